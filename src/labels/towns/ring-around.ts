import { distanceToBox } from '../../geo/boxes.ts';
import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import { segmentHitsBox } from '../boxes-along.ts';

/** A larger ring has room for a name inside. */
const LARGEST_PX = 96;
/** What is nearer is the place's symbol, or where a ruler begins. */
const SYMBOL_PX = 14;
/** A ring's ruler begins at its middle and runs west. */
const BEARINGS = [0, 45, 90, 135, 180, 225, 315];
/** The furthest side of a ring, over the nearest: pieces of it are boxes, so no two are equally far. */
const ROUND = 1.6;

/**
 * How far a line runs that goes all the way round a point, in pixels, or null where none does.
 * @param pieces boxes along lines
 */
export function ringAround(point: ScreenPoint, pieces: readonly Box[]): number | null {
  const near = pieces.filter((piece) => distanceToBox(point, piece) < LARGEST_PX);
  const sides = BEARINGS.map((bearing) => {
    const angle = (bearing * Math.PI) / 180;
    const end: ScreenPoint = [point[0] + Math.sin(angle) * LARGEST_PX, point[1] - Math.cos(angle) * LARGEST_PX];
    const hit = near.filter((piece) => segmentHitsBox(point, end, piece));
    return Math.min(...hit.map((piece) => distanceToBox(point, piece)).filter((distance) => distance > SYMBOL_PX));
  });
  const [nearest, furthest] = [Math.min(...sides), Math.max(...sides)];
  return furthest < Number.POSITIVE_INFINITY && furthest <= nearest * ROUND ? furthest : null;
}
