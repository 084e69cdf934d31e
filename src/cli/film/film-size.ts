import type { Box } from '../../geo/lng-lat.ts';

export interface FilmSize {
  /** Of the film, in pixels; both even, as codecs want them. */
  readonly width: number;
  readonly height: number;
  /** Of the page it is drawn from, in CSS pixels; a film is looked at from farther than a page, so its type is larger. */
  readonly page: { readonly width: number; readonly height: number };
  readonly scale: number;
}

/** CSS pixels across the shorter side. */
const SHORTER_SIDE = { upright: 540, wide: 720 };
const LARGEST = 4096;

/**
 * @param text such as 1080x1920
 * @throws with a sentence that says what is wrong
 */
export function parseFilmSize(text: string): FilmSize {
  const [width = 0, height = 0] = (/^(\d{2,4})x(\d{2,4})$/.exec(text)?.slice(1) ?? []).map(Number);
  const fits = [width, height].every((side) => side >= 240 && side <= LARGEST && side % 2 === 0);
  if (!fits) {
    throw new Error(
      `--size takes two even numbers of pixels between 240 and ${LARGEST}, such as 1080x1920; found "${text}".`,
    );
  }
  // Browsers take no picture of fewer pixels than the page has.
  const scale = Math.max(1, Math.min(width, height) / (width > height ? SHORTER_SIDE.wide : SHORTER_SIDE.upright));
  return { width, height, scale, page: { width: Math.round(width / scale), height: Math.round(height / scale) } };
}

/** Where text may stand, in CSS pixels: televisions cut edges, and over upright film apps lay their buttons. */
export function safeBox({ page: { width, height } }: FilmSize): Box {
  const isUpright = height > width * 1.3;
  return {
    left: width * 0.05,
    right: width * (isUpright ? 0.87 : 0.95),
    top: height * 0.05,
    bottom: height * (isUpright ? 0.8 : 0.95),
  };
}

export const intersectBoxes = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});
