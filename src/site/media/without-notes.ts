import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { withOggSerial } from './ogg-serial.ts';
import { withoutTimes } from './without-times.ts';

interface Container {
  readonly format: () => OutputFormat;
  /** Takes out what a writer makes anew each time: the same film is the same file. */
  readonly settle: (bytes: Uint8Array) => Uint8Array;
}

const asIs = (bytes: Uint8Array): Uint8Array => bytes;
const mp4: Container = { format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }), settle: withoutTimes };
const ogg: Container = { format: () => new OggOutputFormat(), settle: withOggSerial };

const CONTAINERS: Readonly<Record<string, Container>> = {
  mp4,
  m4a: mp4,
  webm: { format: () => new WebMOutputFormat(), settle: asIs },
  mp3: { format: () => new Mp3OutputFormat(), settle: asIs },
  ogg,
  opus: ogg,
};

/** Whether a kind of file is one that notes are taken out of. */
export const canHoldNotes = (ending: string): boolean => ending in CONTAINERS;

/**
 * A film or a recording packed anew: its pictures and its sound as they were, nothing of what a camera or a program noted,
 * in tags or in tracks of its own, and of an MP4 at its head how it is played.
 * @param ending of the file's name
 * @throws where a picture or a sound would be lost, with why
 */
export async function withoutNotes(bytes: Uint8Array, ending: string): Promise<Uint8Array> {
  const container = CONTAINERS[ending];
  if (container === undefined) return bytes;
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const target = new BufferTarget();
  const output = new Output({ format: container.format(), target });
  const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false });
  const lost = conversion.discardedTracks.filter(({ track }) => track.type !== 'subtitle');
  if (!conversion.isValid || lost.length > 0) {
    throw new Error(`cannot be packed anew (${lost.map(({ reason }) => reason.replaceAll('_', ' ')).join(', ')})`);
  }
  await conversion.execute();
  return container.settle(new Uint8Array(target.buffer ?? new ArrayBuffer()));
}
