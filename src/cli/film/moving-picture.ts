import sharp from 'sharp';

/** What messengers take without making it a film. */
const LARGEST_BYTES = 3_000_000;

/** A picture, and how long it stands. */
export interface StillFrame {
  /** PNG. */
  readonly png: Uint8Array;
  readonly frames: number;
}

/** From what a drawing looks best with to what it can bear. */
const STEPS = [
  { colours: 128, quality: 80, shrink: 1 },
  { colours: 64, quality: 60, shrink: 1 },
  { colours: 64, quality: 50, shrink: 0.75 },
  { colours: 32, quality: 40, shrink: 0.5 },
] as const;

async function render(
  pictures: readonly StillFrame[],
  form: 'gif' | 'webp',
  fps: number,
  { colours, quality, shrink }: (typeof STEPS)[number],
): Promise<Uint8Array> {
  const first = await sharp(pictures[0]?.png).metadata();
  const width = Math.round(first.width * shrink);
  const shrunk = await Promise.all(pictures.map(({ png }) => sharp(png).resize({ width }).png().toBuffer()));
  const delay = pictures.map(({ frames }) => Math.round((frames * 1000) / fps));
  const joined = sharp(shrunk, { join: { animated: true } });
  const options = { delay, loop: 0 };
  const written =
    form === 'gif' ? joined.gif({ ...options, colours, effort: 7 }) : joined.webp({ ...options, quality, effort: 4 });
  return written.toBuffer();
}

/**
 * An endless moving picture of at most 3 MB.
 * @throws where even the smallest is larger
 */
export async function movingPicture(
  pictures: readonly StillFrame[],
  form: 'gif' | 'webp',
  fps: number,
): Promise<Uint8Array> {
  for (const step of STEPS) {
    const bytes = await render(pictures, form, fps, step);
    if (bytes.length <= LARGEST_BYTES) return bytes;
  }
  throw new Error('The section is too long for a moving picture of 3 MB. Ask for a smaller --size or fewer --fps.');
}
