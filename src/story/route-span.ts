import type { LngLat } from '../geo/lng-lat.ts';

type Line = readonly (readonly [number, number])[];

const RADIANS = Math.PI / 180;

/**
 * Share of a route, 0–1 along its own direction, at the point of it nearest to a place. Lengths are measured on the
 * plane that touches the earth at the place, which over the length of a country's road is within a per mille of true.
 */
export function shareNearest(line: Line, [lng, lat]: LngLat): number {
  const squeeze = Math.cos(lat * RADIANS);
  const points = line.map(([x, y]) => [(x - lng) * squeeze, y - lat] as const);
  let travelled = 0;
  let best = { distance: Number.POSITIVE_INFINITY, at: 0 };
  for (let index = 1; index < points.length; index += 1) {
    const [ax, ay] = points[index - 1] ?? [0, 0];
    const [bx, by] = points[index] ?? [0, 0];
    const [dx, dy] = [bx - ax, by - ay];
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
    const distance = Math.hypot(ax + t * dx, ay + t * dy);
    const length = Math.sqrt(squared);
    if (distance < best.distance) best = { distance, at: travelled + t * length };
    travelled += length;
  }
  return travelled === 0 ? 0 : best.at / travelled;
}
