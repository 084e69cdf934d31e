import type { LineString, Position } from 'geojson';
import type { LngLat } from '../../geo/lng-lat.ts';
import { fromWorld, toWorld } from '../../geo/mercator.ts';

/** How far an arc leaves the straight line, in shares of its length. */
const BULGE = 0.18;
const STEPS = 24;

/**
 * The way of a flow from one place to another: an arc that leaves the straight line to the left of who goes, so that a flow
 * and the one back lie side by side.
 */
export function flowLine(from: LngLat, to: LngLat): LineString {
  const [ax, ay] = toWorld(from);
  const [bx, by] = toWorld(to);
  const control = [(ax + bx) / 2 + (by - ay) * BULGE * 2, (ay + by) / 2 - (bx - ax) * BULGE * 2] as const;
  const coordinates = Array.from({ length: STEPS + 1 }, (_, step): Position => {
    const t = step / STEPS;
    const at = (a: number, c: number, b: number): number => a * (1 - t) ** 2 + 2 * c * t * (1 - t) + b * t ** 2;
    return [...fromWorld([at(ax, control[0], bx), at(ay, control[1], by)])];
  });
  return { type: 'LineString', coordinates };
}
