import type { LngLatBounds } from '../../../../geo/lng-lat.ts';
import { fromWorld } from '../../../../geo/mercator.ts';
import type { PixelPoint, Pixels, Raster, Window } from '../raster.ts';
import { wholeWindow } from '../read/reduce-pixels.ts';

/** A picture to make: upright bounds in Mercator units (the world is 1 wide: left, top, right, bottom), and its pixels. */
export interface Target {
  readonly box: LngLatBounds;
  readonly width: number;
  readonly height: number;
}

/** Between so many pixels a projection is as good as straight. */
const STEP = 16;

/** Positions in the raster of a grid of the target's pixels; NaN where there is none. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function gridOf({ pixelAt }: Raster, { box: [left, top, right, bottom], width, height }: Target): Grid {
  const columns = Math.ceil(width / STEP) + 1;
  const rows = Math.ceil(height / STEP) + 1;
  const points = Array.from({ length: columns * rows }, (_, index): PixelPoint => {
    const [column, row] = [(index % columns) * STEP, Math.floor(index / columns) * STEP];
    const at = [left + ((right - left) * column) / width, top + ((bottom - top) * row) / height] as const;
    return pixelAt(fromWorld(at)) ?? [Number.NaN, Number.NaN];
  });
  return { columns, rows, x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}

const finite = (values: Float64Array): readonly number[] => [...values].filter(Number.isFinite);

/** What of a raster a target sees, in its pixels. */
function windowOf({ x, y }: Grid, raster: Raster, around: number): Window | null {
  const [xs, ys] = [finite(x), finite(y)];
  if (xs.length === 0) return null;
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b)) - around;
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b)) + around;
  return wholeWindow([least(xs), least(ys), most(xs), most(ys)], raster);
}

/** Pixels of the raster that a step of one pixel in the target is, where it is least. */
function finestStep({ x, y, columns }: Grid): number {
  const steps = [...x].flatMap((from, index) => {
    if ((index + 1) % columns === 0) return [];
    const length = Math.hypot((x[index + 1] ?? 0) - from, (y[index + 1] ?? 0) - (y[index] ?? 0)) / STEP;
    return Number.isFinite(length) && length > 0 ? [length] : [];
  });
  return steps.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
}

/** Weights of four neighbours of a position between the middle two, `t` (0–1) of the way: two of them, or a B-spline. */
export type Kernel = (t: number) => readonly [number, number, number, number];

export const linear: Kernel = (t) => [0, 1 - t, t, 0];

/** Smooth in its second derivative, so that slopes show no facets. */
export const spline: Kernel = (t) => [
  (1 - t) ** 3 / 6,
  (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
  (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
  t ** 3 / 6,
];

/** Samples pixels at a position; writes each band's value and the opacity into `into` at `index`. */
function sample(from: Pixels, [px, py]: PixelPoint, kernel: Kernel, into: Pixels, index: number): void {
  const [x0, y0] = [Math.floor(px - 0.5), Math.floor(py - 0.5)];
  const [across, down] = [kernel(px - 0.5 - x0), kernel(py - 0.5 - y0)];
  let [weight, opaque] = [0, 0];
  const sums = from.bands.map(() => 0);
  for (let at = 0; at < 16; at += 1) {
    const share = (across[at & 3] ?? 0) * (down[at >> 2] ?? 0);
    if (share === 0) continue;
    const x = Math.min(from.width - 1, Math.max(0, x0 - 1 + (at & 3)));
    const y = Math.min(from.height - 1, Math.max(0, y0 - 1 + (at >> 2)));
    const cell = y * from.width + x;
    const counted = share * (from.alpha[cell] ?? 0);
    weight += counted;
    opaque += counted;
    for (let band = 0; band < sums.length; band += 1)
      sums[band] = (sums[band] ?? 0) + counted * (from.bands[band]?.[cell] ?? 0);
  }
  into.alpha[index] = opaque;
  into.bands.forEach((band, number) => {
    band[index] = weight > 0 ? (sums[number] ?? 0) / weight : 0;
  });
}

function positionIn({ columns, x, y }: Grid, column: number, row: number): PixelPoint {
  const [gx, gy] = [column / STEP, row / STEP];
  const [i, j] = [Math.floor(gx), Math.floor(gy)];
  const [s, t] = [gx - i, gy - j];
  const at = j * columns + i;
  const along = (of: Float64Array, start: number): number => (of[start] ?? 0) * (1 - s) + (of[start + 1] ?? 0) * s;
  const mixed = (of: Float64Array): number => along(of, at) * (1 - t) + along(of, at + columns) * t;
  return [mixed(x), mixed(y)];
}

const emptyPixels = ({ width, height }: Target, bandCount: number): Pixels => ({
  width,
  height,
  bands: Array.from({ length: bandCount }, () => new Float32Array(width * height)),
  alpha: new Float32Array(width * height),
});

/** Ground around what is seen that smooth sampling needs. */
const AROUND = 3;

/**
 * Warps what a target shows of a raster into Web Mercator.
 * @param bands which, counted from 0
 * @returns null where the raster holds nothing of it
 */
export async function warp(
  raster: Raster,
  target: Target,
  bands: readonly number[],
  kernel: Kernel = linear,
): Promise<Pixels | null> {
  const grid = gridOf(raster, target);
  const window = windowOf(grid, raster, AROUND * Math.max(1, finestStep(grid)));
  if (window === null) return null;
  const [left, top, right, bottom] = window;
  const step = Math.max(1, finestStep(grid));
  const most = { width: Math.ceil((right - left) / step), height: Math.ceil((bottom - top) / step) };
  const from = await raster.read(window, most, bands);
  const [across, down] = [from.width / (right - left), from.height / (bottom - top)];
  const into = emptyPixels(target, bands.length);
  for (let index = 0; index < target.width * target.height; index += 1) {
    const [x, y] = positionIn(grid, (index % target.width) + 0.5, Math.floor(index / target.width) + 0.5);
    const isInside =
      x >= left && x <= right && y >= top && y <= bottom && x >= 0 && x <= raster.width && y >= 0 && y <= raster.height;
    if (isInside) sample(from, [(x - left) * across, (y - top) * down], kernel, into, index);
  }
  return into.alpha.some((alpha) => alpha > 0) ? into : null;
}
