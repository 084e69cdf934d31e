import { clamp01 } from '../clamp.ts';

/** On the screen or in degrees, whichever the caller counts in. */
export type Point = readonly [x: number, y: number];

export const distanceBetween = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

/** The point a share (0–1) of the way from one to the other. */
export const pointBetween = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** How far along a segment (0–1) the point nearest to another lies. */
export function nearestShareOf([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : clamp01(((x - ax) * dx + (y - ay) * dy) / squared);
}

export const distanceToSegment = (point: Point, a: Point, b: Point): number =>
  distanceBetween(point, pointBetween(a, b, nearestShareOf(a, b, point)));
