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
export const MARGIN = 0.1;

function withMargin([left, top, right, bottom]: LngLatBounds): LngLatBounds {
  const [across, down] = [(right - left) * MARGIN, (bottom - top) * MARGIN];
  return [left - across, Math.max(0, top - down), right + across, Math.min(1, bottom + down)];
}

/** Pixels of a raster for the width of the world, where it is finest of five places. */
function ownDensity({ pixelAt }: Raster, [left, top, right, bottom]: LngLatBounds): number {
  const step = (right - left) / 64;
  const places = [0.5, 0.25, 0.75].flatMap((x) => [0.5, 0.25, 0.75].map((y) => [left + x * (right - left), top + y * (bottom - top)] as const));
  const densities = places.flatMap(([x, y]) => {
    const [from, to] = [pixelAt(fromWorld([x, y])), pixelAt(fromWorld([x + step, y]))];
    return from && to ? [Math.hypot(to[0] - from[0], to[1] - from[1]) / step] : [];
  });
  return Math.max(0, ...densities);
}

/**
 * The picture to make for what is needed: as fine as the screen shows it twice over, but not much finer than the raster is.
 * @param finer how many pixels to make of one of the raster at most
 */
export function targetFor(need: PictureNeed, raster: Raster, finer: number): Target {
  const box = withMargin(need.box);
  const [across, down] = [box[2] - box[0], box[3] - box[1]];
  const onScreen = (need.screens === 'any' ? 1 : DENSITY) * worldSize(need.zoom);
  const most = Math.min(MAX_SIDE / Math.max(across, down), Math.sqrt(MAX_PIXELS / (across * down)));
  const own = ownDensity(raster, box) || Number.POSITIVE_INFINITY;
  const density = Math.min(onScreen, most, Math.max(own * finer, 256 / Math.max(across, down)));
  return { box, width: Math.max(16, Math.round(across * density)), height: Math.max(16, Math.round(down * density)) };
}
