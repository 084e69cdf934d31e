import { createFile, type ISOFile, Log, type Movie, MP4BoxBuffer } from 'mp4box';
import { parseBuffer } from 'music-metadata';
import type { MediaFault } from '../../content/media/media-facts.ts';

/** What is known of a film or a recording. */
export interface FilmFacts {
  readonly hasPicture: boolean;
  readonly width: number;
  readonly height: number;
  readonly durationS: number;
  readonly hasSound: boolean;
  readonly isAllKeyFrames: boolean;
  readonly faults: readonly MediaFault[];
}

// What it has to say of spoilt files stands in their faults.
Object.assign(Log, { warn() {}, error() {} });

interface Track {
  readonly codec: string;
  readonly isPicture: boolean;
}

/** What makes a film, or a recording, of whatever a program saves. */
export const FILM_CURE = '`ffmpeg -i in -c:v libx264 -pix_fmt yuv420p -crf 24 -c:a aac -movflags +faststart out.mp4`';
export const SOUND_CURE = '`ffmpeg -i in -c:a libmp3lame -q:a 4 out.mp3`';

/** Codecs that all browsers of today play, by the names that files give them. */
const PLAYED: readonly RegExp[] = [
  ...[/^avc[13]\.(42|4d|58|64)/i, /^vp0?[89]/i, /^av01/i, /^V_VP[89]$/, /^V_AV1$/],
  ...[
    /^mp4a\.(40|6b|69)/i,
    /^opus$/i,
    /^fLaC$/i,
    /^A_(OPUS|VORBIS)$/,
    /^MPEG [12](\.5)? Layer 3$/,
    /^(Vorbis I|Opus)$/,
  ],
];

const CODEC_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(hvc1|hev1|V_MPEGH)/i, 'HEVC (H.265)'],
  [/^avc[13]/i, 'H.264 with 10 bits or 4:2:2 colour'],
  [/^(mp4v|V_MPEG4)/i, 'MPEG-4 Part 2'],
  [/^(ap4|apc|apch)/i, 'ProRes'],
  [/^alac/i, 'Apple Lossless'],
  [/^(ac-3|ec-3|A_AC3|A_EAC3)/i, 'Dolby Digital'],
];

const codecName = (codec: string): string => CODEC_NAMES.find(([pattern]) => pattern.test(codec))?.[1] ?? codec;

function codecFaults(tracks: readonly Track[]): readonly MediaFault[] {
  const isFilm = tracks.some(({ isPicture }) => isPicture);
  return tracks
    .filter(({ codec }) => !PLAYED.some((pattern) => pattern.test(codec)))
    .map(({ codec, isPicture }) => ({
      problem: 'UnsupportedMedia',
      detail: `has ${isPicture ? 'pictures' : 'sound'} in the codec ${codecName(codec)}, which many browsers do not play`,
      cure: `Convert it: ${isFilm ? FILM_CURE : SOUND_CURE}.`,
      line: null,
    }));
}

const unreadable = (detail: string): FilmFacts => ({
  hasPicture: false,
  width: 0,
  height: 0,
  durationS: 0,
  hasSound: false,
  isAllKeyFrames: false,
  faults: [{ problem: 'UnreadableMedia', detail, cure: `Copy it anew, or convert it: ${FILM_CURE}.`, line: null }],
});

/** Whether the film lies on its side, as a phone writes that was held upright: the first numbers of its matrix are nought. */
const isTurned = ({ matrix }: Movie['tracks'][number]): boolean => matrix[0] === 0 && matrix[4] === 0;

function sizeOf(film: Movie['tracks'][number] | undefined): Pick<FilmFacts, 'width' | 'height'> {
  const width = Math.round(film?.video?.width ?? film?.track_width ?? 0);
  const height = Math.round(film?.video?.height ?? film?.track_height ?? 0);
  return film && isTurned(film) ? { width: height, height: width } : { width, height };
}

function mp4Facts(file: ISOFile, { tracks }: Movie): FilmFacts {
  const isFilm = ({ type }: Movie['tracks'][number]): boolean => type === 'video';
  const film = tracks.find(isFilm);
  const ends = tracks.flatMap(({ id }) => {
    const last = file.getTrackSamplesInfo(id).at(-1);
    return last ? [(last.cts + last.duration) / last.timescale] : [];
  });
  const known = tracks.filter((track) => isFilm(track) || track.type === 'audio');
  const samples = film ? file.getTrackSamplesInfo(film.id) : [];
  return {
    hasPicture: film !== undefined,
    ...sizeOf(film),
    durationS: Math.max(0, ...ends),
    hasSound: tracks.some(({ type }) => type === 'audio'),
    isAllKeyFrames: samples.length > 0 && samples.every(({ is_sync }) => is_sync),
    faults: codecFaults(known.map((track) => ({ codec: track.codec, isPicture: isFilm(track) }))),
  };
}

/** Whether a track tells of pictures or sound beyond the end of the file. */
const isCutOff = (file: ISOFile, { tracks }: Movie, bytes: number): boolean =>
  tracks.some(({ id }) => file.getTrackSamplesInfo(id).some(({ offset, size }) => offset + size > bytes));

/** Looks into an MP4 or M4A file. Never throws. */
export function inspectMp4(bytes: Uint8Array): FilmFacts {
  try {
    const file = createFile();
    let movie: Movie | null = null;
    file.onReady = (found) => {
      movie = found;
    };
    file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(new Uint8Array(bytes).buffer, 0));
    file.flush();
    if (movie === null) return unreadable('is not whole: it does not say how it is to be played');
    if (isCutOff(file, movie, bytes.length)) return unreadable('is not whole: its end is missing');
    return mp4Facts(file, movie);
  } catch (error) {
    return unreadable(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Looks into WebM, MP3, Ogg and Opus files. Never throws. */
export async function inspectOther(bytes: Uint8Array, mimeType: string): Promise<FilmFacts> {
  try {
    const { format } = await parseBuffer(bytes, { mimeType, size: bytes.length }, { duration: true, skipCovers: true });
    const tracks = (format.trackInfo ?? []).flatMap(({ type, codecId, codecName: name }) =>
      type === 1 || type === 2 ? [{ codec: codecId ?? name ?? '', isPicture: type === 1 }] : [],
    );
    const film = (format.trackInfo ?? []).find(({ video }) => video !== undefined)?.video;
    const all = tracks.length > 0 ? tracks : [{ codec: format.codec ?? '', isPicture: false }];
    return {
      hasPicture: film !== undefined,
      width: film?.pixelWidth ?? 0,
      height: film?.pixelHeight ?? 0,
      durationS: format.duration ?? 0,
      hasSound: all.some(({ isPicture }) => !isPicture),
      isAllKeyFrames: false,
      faults: codecFaults(all),
    };
  } catch (error) {
    return unreadable(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
