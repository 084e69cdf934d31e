import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import type { Page } from 'playwright/test';

export interface DecodedFilm {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly frameCount: number;
  readonly hasSound: boolean;
  /** The compressed frames, without the container's own dates. */
  readonly frames: readonly string[];
  /** PNGs of the frames asked for. */
  readonly pictures: readonly Buffer[];
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

interface Packet {
  readonly type: 'key' | 'delta';
  readonly data: string;
}

interface Decoding {
  readonly packets: readonly Packet[];
  readonly config: { readonly codec: string; readonly codedWidth: number; readonly codedHeight: number };
  readonly description: string | null;
  readonly wanted: readonly number[];
}

/** Runs in the page. */
async function decodeFrames({ packets, config, description, wanted }: Decoding): Promise<readonly string[]> {
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const pictures: string[] = [];
  let count = 0;
  const canvas = document.createElement('canvas');
  canvas.width = config.codedWidth;
  canvas.height = config.codedHeight;
  const output = (frame: VideoFrame): void => {
    if (wanted.includes(count)) {
      canvas.getContext('2d')?.drawImage(frame, 0, 0);
      pictures.push(canvas.toDataURL('image/png').split(',')[1] ?? '');
    }
    frame.close();
    count += 1;
  };
  let failure: Error | null = null;
  const decoder = new VideoDecoder({
    output,
    error: (cause) => {
      failure = cause;
    },
  });
  decoder.configure(description === null ? config : { ...config, description: bytesOf(description) });
  for (const [index, { type, data }] of packets.entries()) {
    decoder.decode(new EncodedVideoChunk({ type, data: bytesOf(data), timestamp: index * 1000 }));
  }
  await decoder.flush();
  if (failure !== null) throw failure;
  return pictures;
}

/**
 * Reads a film as a player would.
 * @param page of a server on this machine: browsers decode for such alone
 */
export async function decodeFilm(
  page: Page,
  film: Uint8Array<ArrayBuffer>,
  wanted: readonly number[],
): Promise<DecodedFilm> {
  const input = new Input({ source: new BufferSource(film), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error('The film has no pictures.');
  const packets = await Array.fromAsync(
    new EncodedPacketSink(track).packets(),
    ({ type, data }): Packet => ({ type, data: toBase64(data) }),
  );
  const { codec, codedWidth = 0, codedHeight = 0, description } = config;
  const decoding = {
    packets,
    config: { codec, codedWidth, codedHeight },
    description: description ? toBase64(new Uint8Array(description as ArrayBuffer)) : null,
    wanted,
  };
  const pictures = await page.evaluate(decodeFrames, decoding);
  return {
    width: track.displayWidth,
    height: track.displayHeight,
    seconds: await input.computeDuration(),
    frameCount: packets.length,
    frames: packets.map(({ data }) => data),
    hasSound: (await input.getPrimaryAudioTrack()) !== null,
    pictures: pictures.map((picture) => Buffer.from(picture, 'base64')),
  };
}
