import type { Pixels } from '../raster.ts';

/** Where the light comes from: north-west, as on maps since ever, and how high, in degrees. */
const AZIMUTH = 315;
const ALTITUDE = 45;
/** How opaque the darkest slope is, and the brightest. */
const SHADOW = 0.9;
const LIGHT = 0.45;

/** Finer steps nobody sees, and they make a picture twice as heavy. */
const ALPHA_STEP = 6;

const stepped = (value: number): number => Math.floor(value / ALPHA_STEP) * ALPHA_STEP;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const [SINE, COSINE] = [Math.sin(radians(ALTITUDE)), Math.cos(radians(ALTITUDE))];
const [EAST, NORTH] = [Math.sin(radians(AZIMUTH)), Math.cos(radians(AZIMUTH))];

/** Height at a pixel, or that of the pixel in the middle where there is none. */
type HeightAt = (dx: number, dy: number) => number;

/** Slope towards east and south by Horn's formula (1981), in metres a metre. */
function slopes(at: HeightAt, metres: number): readonly [number, number] {
  const east = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
  const south = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1);
  return [east / (8 * metres), south / (8 * metres)];
}

/** Share of the light that falls on a slope: Lambert's cosine law. */
function lightOn([east, south]: readonly [number, number]): number {
  const upright = Math.sqrt(1 + east ** 2 + south ** 2);
  return Math.max(0, (SINE + COSINE * (-east * EAST + south * NORTH)) / upright);
}

/**
 * Shadow and light on a ground as one layer over a map: black on slopes away from the light, white on those towards it, and
 * nothing at all where the ground is level, so that the map keeps its own colours.
 * @param metresPerPixel on the ground
 * @param exaggeration heights are multiplied by it
 * @returns red, green, blue and how opaque, in turn
 */
export function hillshade(
  { width, height, bands, alpha }: Pixels,
  metresPerPixel: number,
  exaggeration: number,
): Uint8Array {
  const [heights = new Float32Array()] = bands;
  const bytes = new Uint8Array(4 * width * height);
  for (let index = 0; index < width * height; index += 1) {
    if ((alpha[index] ?? 0) === 0) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    const here = heights[index] ?? 0;
    const at: HeightAt = (dx, dy) => {
      const [px, py] = [Math.min(width - 1, Math.max(0, x + dx)), Math.min(height - 1, Math.max(0, y + dy))];
      const cell = py * width + px;
      return exaggeration * ((alpha[cell] ?? 0) > 0 ? (heights[cell] ?? here) : here);
    };
    const light = lightOn(slopes(at, metresPerPixel));
    const [tone, share] =
      light < SINE ? [0, (SHADOW * (SINE - light)) / SINE] : [255, (LIGHT * (light - SINE)) / (1 - SINE)];
    bytes.set([tone, tone, tone, stepped(255 * share * Math.min(1, alpha[index] ?? 0))], 4 * index);
  }
  return bytes;
}
