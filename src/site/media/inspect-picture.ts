import sharp from 'sharp';
import type { MediaFault } from '../../content/media/media-facts.ts';

/** More no camera makes, and the memory of a small server does not hold. */
export const MAX_PIXELS = 100_000_000;

/** What is known of a picture before it is made smaller. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly faults: readonly MediaFault[];
}

const STILL_CURE =
  'Make a film of it: `ffmpeg -i in.gif -movflags +faststart -pix_fmt yuv420p -vf "scale=trunc(iw/2)*2:trunc(ih/2)*2" out.mp4`, and show that with `<Video>`.';

const unreadable = (detail: string): PictureFacts => ({
  width: 0,
  height: 0,
  faults: [
    {
      problem: 'UnreadableMedia',
      detail,
      cure: 'Copy it anew from where it comes from, or save it again in a program for pictures.',
      line: null,
    },
  ],
});

/** A library's first sentence, without what only it understands. */
const firstSentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/^.*?: /, '') ?? '';

const tooLarge = (width: number, height: number): MediaFault => ({
  problem: 'MediaTooLarge',
  detail: `has ${width} × ${height} pixels: ${Math.round((width * height) / 1e6)} million, and ${MAX_PIXELS / 1e6} million are the most that are opened`,
  cure: 'Make it smaller; 4000 pixels across are enough for any screen.',
  line: null,
});

/** Whether all of it can be decoded. A small copy is asked for, which JPEG gives without decoding every pixel. */
async function decodeFault(bytes: Uint8Array): Promise<unknown> {
  try {
    await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true })
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer();
    return null;
  } catch (error) {
    return error;
  }
}

/** Looks into a picture of pixels. Never throws, and opens none that is too large for the memory. */
export async function inspectPicture(bytes: Uint8Array): Promise<PictureFacts> {
  const read = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => ({ error }));
  if ('error' in read) return unreadable(`cannot be opened as a picture (${firstSentence(read.error)})`);
  const { width, height } = read.autoOrient;
  if (width * height > MAX_PIXELS) return { width, height, faults: [tooLarge(width, height)] };
  const fault = await decodeFault(bytes);
  if (fault !== null) return unreadable(`is damaged or not whole (${firstSentence(fault)})`);
  const isAnimated = (read.pages ?? 1) > 1;
  const still: MediaFault = {
    problem: 'AnimatedGif',
    detail: `has ${read.pages} pictures, of which readers get the first: what moves by itself cannot be read beside`,
    cure: STILL_CURE,
    line: null,
  };
  return { width, height, faults: isAnimated ? [still] : [] };
}
