import { interpolateRgbBasis, quantileSorted, rgb } from 'd3';
import type { Pixels } from '../raster.ts';

/** The values of each band that become black and white; null where colours are shown as they are. */
export type Stretch = readonly (readonly [black: number, white: number])[] | null;

const TAIL = 0.02;

/** Leaves the darkest and brightest fiftieth out, as editors of satellite pictures do. */
export function stretchFor({ bands, alpha }: Pixels): Stretch {
  return bands.map((band) => {
    const values = Array.from(band)
      .filter((value, index) => (alpha[index] ?? 0) > 0 && Number.isFinite(value))
      .sort((a, b) => a - b);
    const [black = 0, white = 1] = [TAIL, 1 - TAIL].map((share) => quantileSorted(values, share));
    return white > black ? [black, white] : [black, black + 1];
  });
}

/** Colours in place of a band's values, from the least to the greatest. */
export type Ramp = readonly string[];

const STEPS = 256;

/** Each of 256 steps along a ramp as red, green and blue. */
function rampTable(ramp: Ramp): readonly (readonly [number, number, number])[] {
  const at = interpolateRgbBasis([...ramp]);
  return Array.from({ length: STEPS }, (_, index) => {
    const { r, g, b } = rgb(at(index / (STEPS - 1)));
    return [r, g, b];
  });
}

const GREY: Ramp = ['#000000', '#ffffff'];

/** How opaque a pixel must be for its colour to be taken for what the raster holds: a pixel half of nothing is at its edge. */
const toByte = (share: number): number => Math.round(255 * Math.min(1, Math.max(0, share)));

/**
 * Pixels as bytes: red, green, blue and how opaque, in turn.
 * @param stretch of three bands or of the one that has a ramp
 */
export function toColours({ width, height, bands, alpha }: Pixels, stretch: Stretch, ramp: Ramp | null): Uint8Array {
  const bytes = new Uint8Array(4 * width * height);
  const table = bands.length === 1 ? rampTable(ramp ?? GREY) : null;
  const shareOf = (band: number, index: number): number => {
    const value = bands[band]?.[index] ?? 0;
    const [black, white] = stretch?.[band] ?? [0, 255];
    return (value - black) / (white - black);
  };
  for (let index = 0; index < width * height; index += 1) {
    const colour = table?.[toByte(shareOf(0, index))] ?? [0, 1, 2].map((band) => toByte(shareOf(band, index)));
    bytes.set([...colour, toByte(alpha[index] ?? 0)], 4 * index);
  }
  return bytes;
}
