import sharp from 'sharp';

/** Bytes of one picture as it is sent. */
export const PICTURE_BUDGET = 150_000;

/** From what looks like the original to what still reads as the same ground. */
const QUALITIES = [84, 74, 64, 54] as const;
const SMALLER = 0.8;
const MOST_STEPS = 8;

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

async function encoded({ data, width, height }: Rgba, size: number, quality: number): Promise<FittedPicture> {
  const small = { width: Math.max(16, Math.round(width * size)), height: Math.max(16, Math.round(height * size)) };
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize({ ...small, fit: 'fill' })
    .webp({ quality, alphaQuality: Math.round(quality * 0.8), effort: 5, smartSubsample: true })
    .toBuffer();
  return { bytes, ...small };
}

/**
 * A picture as WebP, as good as fits the budget: first less exact, then of fewer pixels.
 * @param budget bytes
 */
export async function fitPicture(picture: Rgba, budget: number = PICTURE_BUDGET): Promise<FittedPicture> {
  let fitted: FittedPicture | null = null;
  for (let step = 0, size = 1; step < MOST_STEPS; step += 1, size *= SMALLER) {
    for (const quality of QUALITIES) {
      fitted = await encoded(picture, size, quality);
      if (fitted.bytes.length <= budget) return fitted;
    }
  }
  return fitted ?? encoded(picture, 1, QUALITIES[0]);
}
