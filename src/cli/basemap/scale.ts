import { isWholeWorld } from '../../geo/antimeridian.ts';
import { clamp } from '../../geo/clamp.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';

const KM_PER_DEGREE = 111.2;
const METRES_PER_KM_OF_EXTENT = 0.15;
/** Wider maps are made from Natural Earth 1:50m, narrower ones from OpenStreetMap's land. */
const WIDE_DEGREES = 60;
/** Smaller maps are of a town: its sections have names, and its ponds are seen. */
const CLOSE_DEGREES = 1;
/** From this extent on, the courses of Natural Earth's rivers are as good as the map. */
const RIVER_DEGREES = 30;
/** A map so wide has all lakes from this size on; on a smaller one, lakes as large as these look on that. */
const LAKE = { km2: 5, extentKm: 400 } as const;

/** Which sources a map is made from, by how much of the world it shows. */
export type Scale = 'wide' | 'country' | 'close';

const degreesAcross = ([west, south, east, north]: LngLatBounds): number => Math.max(east - west, north - south);

export function scaleOf(bounds: LngLatBounds): Scale {
  const degrees = degreesAcross(bounds);
  if (degrees > WIDE_DEGREES) return 'wide';
  return degrees < CLOSE_DEGREES ? 'close' : 'country';
}

/** The longer side of the map on the ground. */
function extentKm([west, south, east, north]: LngLatBounds): number {
  const middle = ((south + north) / 2) * (Math.PI / 180);
  return Math.max((east - west) * Math.cos(middle), north - south) * KM_PER_DEGREE;
}

/** Metres of detail worth keeping: about 130 for a map nine hundred kilometres wide, in proportion for others. */
export function defaultDetail(bounds: LngLatBounds): number {
  const metres = extentKm(bounds) * METRES_PER_KM_OF_EXTENT;
  return scaleOf(bounds) === 'close' ? Math.max(2, Math.round(metres)) : Math.max(20, Math.round(metres / 10) * 10);
}

/** The smallest lake that is drawn, in square kilometres. */
export function smallestLakeKm2(bounds: LngLatBounds): number {
  const share = extentKm(bounds) / LAKE.extentKm;
  return LAKE.km2 * (scaleOf(bounds) === 'wide' ? share ** 1.5 : clamp(share ** 2, 1e-6, 1));
}

/** Steps across a map's longer side: some fifteen metres on a map ten degrees wide. */
const GRID_STEPS = 6e4;
/** On a wide map a point may move by this share of what was smoothed away: long numbers are most of its size. */
const GRID_SHARE = 0.2;

export function gridSteps(bounds: LngLatBounds, detail: number): number {
  if (scaleOf(bounds) !== 'wide') return GRID_STEPS;
  return Math.min(GRID_STEPS, Math.round((extentKm(bounds) * 1000) / (detail * GRID_SHARE)));
}

/** Rivers of the sources shorter than this share of the map's extent are left out. */
const RIVER_SHARE = 0.02;

export const shortestRiverKm = (bounds: LngLatBounds): number => extentKm(bounds) * RIVER_SHARE;

export const hasSourceRivers = (bounds: LngLatBounds): boolean => degreesAcross(bounds) >= RIVER_DEGREES;

/** The smallest of a wide map's islands are what it is made for; side in metres of detail. */
export const islandSide = (bounds: LngLatBounds): number => (scaleOf(bounds) === 'wide' ? 1.5 : 4);

/** Towns a map may name: it is looked at from nearer than the whole of it where it shows much. */
export function mostTowns(bounds: LngLatBounds): number {
  if (isWholeWorld(bounds)) return 200;
  return scaleOf(bounds) === 'wide' ? 120 : 64;
}

/** Compressed kilobytes that a map should stay below. */
export const budgetKb = (bounds: LngLatBounds): number => (scaleOf(bounds) === 'wide' ? 60 : 100);
