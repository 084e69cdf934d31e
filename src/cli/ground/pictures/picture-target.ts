import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { fromWorld, worldSize } from '../../../geo/mercator.ts';
import type { Target } from '../raster/draw/warp.ts';
import type { Raster } from '../raster/raster.ts';
import type { PictureNeed } from './picture-views.ts';

/** Pixels of a picture for one of the screen. */
const DENSITY = 2;
/** What a phone holds of several pictures at once. */
const MAX_PIXELS = 4.2e6;
const MAX_SIDE = 2880;
/** Ground beyond what is seen at rest, in shares of it: there the picture fades out. */
const MARGIN = 0.1;
/** The least pixels of the longer side, however coarse the raster is. */
const MIN_SIDE = 256;

function withMargin([left, top, right, bottom]: LngLatBounds): LngLatBounds {
  const [across, down] = [(right - left) * MARGIN, (bottom - top) * MARGIN];
  return [left - across, Math.max(0, top - down), right + across, Math.min(1, bottom + down)];
}

/** So fine it is looked where a raster ends. */
const CELLS = 96;

type Side = 'left' | 'top' | 'right' | 'bottom';

/** A picture to make, and the share of it at each side that lies beyond what is seen at rest: there it fades out. */
export interface PictureTarget extends Target {
  readonly fade: Readonly<Record<Side, number>>;
}

/** The part of a box that a raster covers, or somewhat more; null where it covers none of it. */
function coveredPart(raster: Raster, [left, top, right, bottom]: LngLatBounds): LngLatBounds | null {
  const isCovered = (column: number, row: number): boolean => {
    const place = [left + ((right - left) * column) / CELLS, top + ((bottom - top) * row) / CELLS] as const;
    const [x, y] = raster.pixelAt(fromWorld(place)) ?? [Number.NaN, Number.NaN];
    return x >= 0 && y >= 0 && x <= raster.width && y <= raster.height;
  };
  const lines = Array.from({ length: CELLS + 1 }, (_, line) => line);
  const columns = lines.filter((column) => lines.some((row) => isCovered(column, row)));
  const rows = lines.filter((row) => lines.some((column) => isCovered(column, row)));
  if (columns.length === 0) return null;
  const at = (cell: number): number => Math.min(1, Math.max(0, cell / CELLS));
  const [west, east] = [at((columns[0] ?? 0) - 1), at((columns.at(-1) ?? 0) + 1)];
  const [north, south] = [at((rows[0] ?? 0) - 1), at((rows.at(-1) ?? 0) + 1)];
  return [
    left + (right - left) * west,
    top + (bottom - top) * north,
    left + (right - left) * east,
    top + (bottom - top) * south,
  ];
}

/** Pixels of a raster for the width of the world, where it is finest of nine places. */
function ownDensity({ pixelAt }: Raster, [left, top, right, bottom]: LngLatBounds): number {
  const step = (right - left) / 64;
  const shares = [0.5, 0.25, 0.75];
  const places = shares.flatMap((x) =>
    shares.map((y) => [left + x * (right - left), top + y * (bottom - top)] as const),
  );
  const densities = places.flatMap(([x, y]) => {
    const [from, to] = [pixelAt(fromWorld([x, y])), pixelAt(fromWorld([x + step, y]))];
    return from && to ? [Math.hypot(to[0] - from[0], to[1] - from[1]) / step] : [];
  });
  return Math.max(0, ...densities);
}

/** Where the raster itself ends, nothing fades: an edge that is there is shown. */
function fadeOf(box: LngLatBounds, seen: LngLatBounds, whole: LngLatBounds): PictureTarget['fade'] {
  const [across, down] = [box[2] - box[0], box[3] - box[1]];
  const at = (side: 0 | 1 | 2 | 3, length: number): number =>
    box[side] === whole[side] ? Math.abs(whole[side] - seen[side]) / length : 0;
  return { left: at(0, across), top: at(1, down), right: at(2, across), bottom: at(3, down) };
}

/**
 * The picture to make for what is needed: as fine as the screen shows it twice over, but not much finer than the raster is.
 * @param finer how many pixels to make of one of the raster at most
 * @returns null where the raster holds nothing of it
 */
export function targetFor(need: PictureNeed, raster: Raster, finer: number): PictureTarget | null {
  const whole = withMargin(need.box);
  const box = coveredPart(raster, whole);
  if (box === null) return null;
  const [across, down] = [box[2] - box[0], box[3] - box[1]];
  const onScreen = (need.screens === 'any' ? 1 : DENSITY) * worldSize(need.zoom);
  const most = Math.min(MAX_SIDE / Math.max(across, down), Math.sqrt(MAX_PIXELS / (across * down)));
  const own = ownDensity(raster, box) || Number.POSITIVE_INFINITY;
  const density = Math.min(onScreen, most, Math.max(own * finer, MIN_SIDE / Math.max(across, down)));
  const width = Math.max(1, Math.round(across * density));
  const height = Math.max(1, Math.round(down * density));
  return { box, width, height, fade: fadeOf(box, need.box, whole) };
}
