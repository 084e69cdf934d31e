import { MAX_ZOOM, nearestZoomFor } from '../../geo/camera/zoom-limits.ts';
import { zoomOfWorldSize } from '../../geo/mercator.ts';
import type { MapIndex } from '../map-index.ts';

const METRES_PER_DEGREE = 111195;
/** Rounding to the map's grid leaves some bends smaller than the rule that kept them. */
const QUANTILE = 0.2;
/** A map of fewer bends than this does not tell how it was made. */
const ENOUGH_BENDS = 100;

type Point = readonly [number, number];

/** Side in metres of the triangle a vertex makes with its neighbours: Visvalingam's measure of a bend. */
function bendMetres([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  const degrees = Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
  return Math.sqrt(degrees * METRES_PER_DEGREE ** 2 * Math.cos((by * Math.PI) / 180));
}

/** Size in metres of the smallest bends a basemap has kept: what `--detail` was when it was made, or near it. */
export function detailOf({ regions, detail }: MapIndex): number {
  if (detail !== null) return detail;
  const rings = Object.values(regions).flat(2);
  const bends = rings.flatMap((ring) =>
    ring.slice(1, -1).map((point, index) => bendMetres(ring[index] ?? point, point, ring[index + 2] ?? point)),
  );
  if (bends.length < ENOUGH_BENDS) return 0;
  bends.sort((a, b) => a - b);
  return bends[Math.floor(bends.length * QUANTILE)] ?? 0;
}

/** A map that its author made smaller than a screen is meant to fill one. */
const SCREEN_PX = 1024;

/** How near cameras come to a basemap. */
export const nearestZoomOf = (mapIndex: MapIndex): number => {
  const [west, south, east, north] = mapIndex.bounds;
  const filling = zoomOfWorldSize((SCREEN_PX * 360) / (east - west));
  const nearest = nearestZoomFor(detailOf(mapIndex), (south + north) / 2);
  return Math.max(nearest, Math.min(MAX_ZOOM, Math.round(filling * 100) / 100));
};
