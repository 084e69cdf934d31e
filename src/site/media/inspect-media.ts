import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { checkVtt } from '../../content/media/check-vtt.ts';
import type { MediaFacts, MediaFault, MediaKind } from '../../content/media/media-facts.ts';
import { endingOf, MEDIA_ENDINGS } from '../../content/media/media-names.ts';
import { inspectDrawing } from './inspect-drawing.ts';
import { FILM_CURE, type FilmFacts, inspectMp4, inspectOther, SOUND_CURE } from './inspect-film.ts';
import { inspectPicture } from './inspect-picture.ts';

type Found = Omit<MediaFacts, 'bytes' | 'digest'>;

const NOTHING: Omit<Found, 'kind' | 'faults'> = {
  width: 0,
  height: 0,
  durationS: 0,
  hasSound: false,
  isAllKeyFrames: false,
};

const TO_JPEG = '`sips -s format jpeg in --out out.jpg` on a Mac, or “Save as JPEG” in any program for pictures';

/** What browsers do not show, or some do not, by the type that is found in the file. */
const UNSUPPORTED: Readonly<Record<string, readonly [name: string, cure: string, why?: string]>> = {
  tif: ['a TIFF', TO_JPEG],
  heic: ['a HEIC, as iPhones take them', TO_JPEG],
  heif: ['a HEIF', TO_JPEG],
  bmp: ['a BMP', TO_JPEG],
  psd: ['a Photoshop file', TO_JPEG],
  jxl: ['a JPEG XL', TO_JPEG],
  jp2: ['a JPEG 2000', TO_JPEG],
  pdf: ['a PDF', 'save the page as a PNG or SVG, or put the file into public/ and link to it', 'which is no picture'],
  mov: ['a QuickTime film', FILM_CURE],
  avi: ['an AVI film', FILM_CURE],
  mkv: ['a Matroska film', FILM_CURE],
  wmv: ['a Windows Media film', FILM_CURE],
  flv: ['a Flash film', FILM_CURE],
  wav: ['a WAV recording', SOUND_CURE, 'which is far too large for readers'],
  aif: ['an AIFF recording', SOUND_CURE],
  wma: ['a Windows Media recording', SOUND_CURE],
  gz: ['packed', 'unpack it: `gunzip -S z in.svgz`'],
  zip: ['an archive', 'unpack it'],
};

/** The endings that a type found in a file may have. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg'],
  png: ['png'],
  apng: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  mp4: ['mp4', 'm4a'],
  m4v: ['mp4'],
  m4a: ['m4a', 'mp4'],
  webm: ['webm'],
  mp3: ['mp3'],
  ogg: ['ogg', 'opus'],
  oga: ['ogg', 'opus'],
  opus: ['opus', 'ogg'],
  svg: ['svg'],
  vtt: ['vtt'],
};

const faulty = (kind: MediaKind, problem: MediaFault['problem'], detail: string, cure: string): Found => ({
  ...NOTHING,
  kind,
  faults: [{ problem, detail, cure, line: null }],
});

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|script|title)\b/i;
const SVG = /<(?:svg:)?svg[\s>]/i;

interface Sniffed {
  /** As `file-type` names it, or one of `svg`, `vtt`, `html`; null where nobody knows. */
  readonly type: string | null;
  readonly mimeType: string;
}

async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const head = new TextDecoder().decode(bytes.subarray(0, 4000));
  if (HTML.test(head)) return { type: 'html', mimeType: 'text/html' };
  if (/^\ufeff?WEBVTT/.test(head)) return { type: 'vtt', mimeType: 'text/vtt' };
  if (SVG.test(head)) return { type: 'svg', mimeType: 'image/svg+xml' };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return { type: found?.ext ?? null, mimeType: found?.mime ?? '' };
}

function ofFilm(film: FilmFacts, wanted: MediaKind): Found {
  const { hasPicture, ...facts } = film;
  const kind = facts.faults.some(({ problem }) => problem === 'UnreadableMedia')
    ? wanted
    : hasPicture
      ? 'video'
      : 'audio';
  return { ...facts, kind };
}

async function inspectType({ type, mimeType }: Sniffed, bytes: Uint8Array, wanted: MediaKind): Promise<Found> {
  const text = () => new TextDecoder().decode(bytes);
  if (type === 'vtt') return { ...NOTHING, kind: 'captions', faults: checkVtt(text()) };
  if (type === 'svg') return { ...NOTHING, kind: 'drawing', ...(await inspectDrawing(text())) };
  if (type === 'mp4' || type === 'm4v' || type === 'm4a') return ofFilm(inspectMp4(bytes), wanted);
  if (wanted === 'video' || wanted === 'audio') return ofFilm(await inspectOther(bytes, mimeType), wanted);
  return { ...NOTHING, kind: 'picture', ...(await inspectPicture(bytes)) };
}

/** What a type that the name does not promise, or no browser shows, comes to; null where all is well. */
function mismatch({ type }: Sniffed, ending: string, bytes: Uint8Array): Found | null {
  const kind = MEDIA_ENDINGS[ending] ?? 'picture';
  if (bytes.length === 0) {
    return faulty(kind, 'UnreadableMedia', 'is empty (0 bytes)', 'Copy it anew from where it comes from.');
  }
  if (type === 'html') {
    const cure = 'What was saved is a page about the picture: open that page, and save the picture itself.';
    return faulty(kind, 'UnreadableMedia', `is a web page, though its name ends in .${ending}`, cure);
  }
  const [name, cure, why = 'which browsers do not show'] = UNSUPPORTED[type ?? ''] ?? [];
  if (name !== undefined) return faulty(kind, 'UnsupportedMedia', `is ${name}, ${why}`, `Convert it: ${cure}.`);
  if (MEDIA_ENDINGS[ending] === undefined) {
    const endings = Object.keys(MEDIA_ENDINGS)
      .map((one) => `.${one}`)
      .join(', ');
    return faulty(
      kind,
      'UnsupportedMedia',
      `ends in .${ending}, which is none of a story's media`,
      `A story holds ${endings}.`,
    );
  }
  if (type === null && kind !== 'captions') {
    return faulty(
      kind,
      'UnreadableMedia',
      `is no ${ending.toUpperCase()}, though its name says so`,
      'Save it again in the program it comes from.',
    );
  }
  const endings = ENDINGS[type ?? 'vtt'] ?? [];
  if (kind === 'captions' || endings.includes(ending)) return null;
  return faulty(
    kind,
    'UnreadableMedia',
    `is a ${(type ?? '').toUpperCase()}, though its name ends in .${ending}`,
    `Let its name end in .${endings[0] ?? type}.`,
  );
}

/** What a media file is, whatever its name says. Never throws, and neither runs nor fetches anything. */
export async function inspectMedia(name: string, bytes: Uint8Array): Promise<MediaFacts> {
  const ending = endingOf(name);
  const sniffed = await sniff(bytes);
  const kind = MEDIA_ENDINGS[ending] ?? 'picture';
  const isCaptions = kind === 'captions' && bytes.length > 0 && sniffed.type !== 'html';
  const found =
    mismatch(sniffed, ending, bytes) ??
    (await inspectType(isCaptions ? { type: 'vtt', mimeType: '' } : sniffed, bytes, kind));
  return { ...found, bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') };
}
