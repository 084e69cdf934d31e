import {
  ALL_FORMATS,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  type InputAudioTrack,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { EncodedSegment, FilmCodec } from './film-encoder.ts';

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

/** Sound that goes into the container as it is. */
const SOUND: Readonly<Record<FilmCodec['container'], readonly string[]>> = {
  mp4: ['aac', 'mp3', 'opus'],
  webm: ['opus', 'vorbis'],
};

interface Sound {
  readonly track: InputAudioTrack;
  readonly source: EncodedAudioPacketSource;
}

/** @throws with the cure, where the file has no sound that fits */
async function openSound(file: string, container: FilmCodec['container']): Promise<Sound> {
  const input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryAudioTrack().catch(() => null);
  const codec = track?.codec ?? null;
  if (!track || codec === null)
    throw new Error(`${file} has no sound that can be read. Give an MP3, M4A, Ogg or Opus file.`);
  if (!SOUND[container].includes(codec)) {
    throw new Error(
      `${file} holds ${codec}, which a film in ${container} does not take. Convert it first: ffmpeg -i ${file} -c:a libopus sound.opus`,
    );
  }
  return { track, source: new EncodedAudioPacketSource(codec) };
}

/** Lays the sound under the film, as long as that is. */
async function addSound({ track, source }: Sound, seconds: number): Promise<void> {
  const decoderConfig = await track.getDecoderConfig();
  const meta = decoderConfig === null ? undefined : { decoderConfig };
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.timestamp >= seconds) break;
    if (packet.timestamp >= 0) await source.add(packet, meta);
  }
  source.close();
}

const lengthOf = ({ frames }: EncodedSegment): number => frames.reduce((sum, { duration }) => sum + duration, 0);

async function addSegments(source: EncodedVideoPacketSource, segments: readonly EncodedSegment[]): Promise<number> {
  let start = 0;
  for (const segment of segments) {
    const { config, description } = segment;
    const decoderConfig = description === null ? config : { ...config, description: fromBase64(description) };
    for (const { isKey, timestamp, duration, data } of segment.frames) {
      const packet = new EncodedPacket(fromBase64(data), isKey ? 'key' : 'delta', start + timestamp, duration);
      await source.add(packet, { decoderConfig });
    }
    start += lengthOf(segment);
  }
  source.close();
  return start;
}

/** One after the other, as one film. */
export async function joinSegments(
  segments: readonly EncodedSegment[],
  { name, container }: FilmCodec,
  fps: number,
  soundFile: string | null,
): Promise<Uint8Array> {
  const target = new BufferTarget();
  const format = container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const output = new Output({ format, target });
  const picture = new EncodedVideoPacketSource(name);
  output.addVideoTrack(picture, { frameRate: fps });
  const sound = soundFile === null ? null : await openSound(soundFile, container);
  if (sound) output.addAudioTrack(sound.source);
  await output.start();
  const seconds = segments.reduce((sum, segment) => sum + lengthOf(segment), 0);
  await Promise.all([addSegments(picture, segments), sound ? addSound(sound, seconds) : null]);
  await output.finalize();
  if (!target.buffer) throw new Error('The film was not written.');
  return new Uint8Array(target.buffer);
}
