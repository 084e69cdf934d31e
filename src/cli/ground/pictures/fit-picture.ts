import sharp from 'sharp';
import { PICTURE_BUDGET } from '../../../story/ground/ground.ts';

/** How exact a picture is at best, and where it is better to take fewer pixels than to be less exact. */
const BEST = 84;
const FAIR = 66;
const MIN_SIDE = 16;
/** A guess of how many pixels fit is right after few of them. */
const MAX_GUESSES = 6;

/** Red, green, blue and how opaque of each pixel, in turn. */
export interface Rgba {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** @param scale of its sides */
async function encoded({ data, width, height }: Rgba, scale: number, quality: number): Promise<FittedPicture> {
  const small = {
    width: Math.max(MIN_SIDE, Math.round(width * scale)),
    height: Math.max(MIN_SIDE, Math.round(height * scale)),
  };
  const picture = sharp(data, { raw: { width, height, channels: 4 } });
  const sized = scale === 1 ? picture : picture.resize({ ...small, fit: 'fill' });
  const bytes = await sized.webp({ quality, alphaQuality: Math.round(quality * 0.8), smartSubsample: true }).toBuffer();
  return scale === 1 ? { bytes, width, height } : { bytes, ...small };
}

/**
 * A picture as WebP, as good as fits the budget: first less exact, then of fewer pixels.
 * @param budget bytes
 */
export async function fitPicture(picture: Rgba, budget: number = PICTURE_BUDGET): Promise<FittedPicture> {
  const best = await encoded(picture, 1, BEST);
  if (best.bytes.length <= budget) return best;
  let fitted = await encoded(picture, 1, FAIR);
  for (let [guess, scale] = [0, 1]; fitted.bytes.length > budget && guess < MAX_GUESSES; guess += 1) {
    scale *= 0.96 * Math.sqrt(budget / fitted.bytes.length);
    fitted = await encoded(picture, scale, FAIR);
  }
  return fitted;
}
