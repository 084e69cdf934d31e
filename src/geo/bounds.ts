import { placeIn } from './antimeridian.ts';
import { destination } from './lines/along-line.ts';
import type { LngLat, LngLatBounds } from './lng-lat.ts';

/**
 * The least and greatest of points' two coordinates: west, south, east and north of places, left, top, right and bottom of
 * points on a screen. Of no points the first two are infinite, the others minus infinity.
 */
export function boundsOf(points: Iterable<readonly number[]>): LngLatBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** The least bounds that hold all others; see `boundsOf` for none. */
export const unionOf = (all: readonly LngLatBounds[]): LngLatBounds =>
  boundsOf(all.flatMap(([west, south, east, north]) => [[west, south] as const, [east, north] as const]));

/** Whether a place lies within bounds, on whichever turn it is counted, and `margin` degrees clear of them. */
export function contains(bounds: LngLatBounds, place: LngLat, margin = 0): boolean {
  const [west, south, east, north] = bounds;
  const [lng, lat] = placeIn(bounds, place);
  return lng >= west + margin && lng <= east - margin && lat >= south + margin && lat <= north - margin;
}

/** Whether two bounds have more than an edge in common, each on the turn it is counted on. */
export const boundsOverlap = (a: LngLatBounds, b: LngLatBounds): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

export function cornersOf([west, south, east, north]: LngLatBounds): readonly LngLat[] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

/** Points of the geodesic circle round a place, clockwise from north. */
export function pointsAround(center: LngLat, radiusKm: number, count = 8): readonly LngLat[] {
  return Array.from({ length: count }, (_, index) => destination(center, (index * 360) / count, radiusKm));
}

/** Whole turns from a line, or an area's ring, to where a map with its middle at `lng` shows it. */
export function turnsTo(line: Iterable<readonly number[]>, lng: number): number {
  const [west, , east] = boundsOf(line);
  return Math.round((lng - (west + east) / 2) / 360);
}
