import type { Position } from 'geojson';
import { roundPosition } from './clip-to-bounds.ts';

/** Degrees between points of a straight line at most. */
const LONGEST = 0.5;

function comesFirst([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  return ax < bx || (ax === bx && ay < by);
}

function steps(from: Position, to: Position): Position[] {
  const [fx = 0, fy = 0] = from;
  const [tx = 0, ty = 0] = to;
  const count = Math.ceil(Math.max(Math.abs(tx - fx), Math.abs(ty - fy)) / LONGEST);
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const share = (i + 1) / count;
    return roundPosition([fx + (tx - fx) * share, fy + (ty - fy) * share]);
  });
}

/**
 * The same line with points along its long straight stretches. Between two points d3-geo draws a great circle and
 * MapLibre a straight line on the map; close points leave no difference to see. Gives the same points in either
 * direction, so that shared borders stay shared.
 */
export function densify(line: readonly Position[]): Position[] {
  return line.flatMap((point, i) => {
    const before = line[i - 1];
    if (!before) return [point];
    const between = comesFirst(before, point) ? steps(before, point) : steps(point, before).toReversed();
    return [...between, point];
  });
}
