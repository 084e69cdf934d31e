import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export const readPicture = (png: Buffer): PNG => PNG.sync.read(png);

/** How far two colours of a pixel may be apart, of 1: less is not seen side by side. Edges that are smoothed do not count. */
const THRESHOLD = 0.12;

/** The share (0–1) of pixels in which two pictures of one size differ to the eye. */
export function shareThatDiffers(one: PNG, other: PNG): number {
  const { width, height } = one;
  return pixelmatch(one.data, other.data, undefined, width, height, { threshold: THRESHOLD }) / (width * height);
}
