import type { ScreenPoint } from '../../geo/lng-lat.ts';

/** Steps on the screen by the key that takes them. */
const WAYS: Readonly<Record<string, ScreenPoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const isWay = (key: string): boolean => key in WAYS;

/** How much farther something off to the side counts than what lies ahead. */
const ASIDE = 2;

/**
 * Index of the point that an arrow key leads to from another: the nearest in that direction, what lies straight ahead
 * before what is off to the side; null where there is none.
 */
export function nextPoint(points: readonly ScreenPoint[], [x, y]: ScreenPoint, key: string): number | null {
  const [wayX, wayY] = WAYS[key] ?? [0, 0];
  const ahead = points.flatMap(([px, py], index) => {
    const onward = (px - x) * wayX + (py - y) * wayY;
    const aside = Math.abs((px - x) * wayY) + Math.abs((py - y) * wayX);
    return onward > 0.5 && aside <= onward * ASIDE ? [{ index, cost: onward + ASIDE * aside }] : [];
  });
  const [best] = ahead.toSorted((a, b) => a.cost - b.cost);
  return best?.index ?? null;
}
