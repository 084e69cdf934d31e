import type { Position } from 'geojson';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { roundPosition } from './clip-to-bounds.ts';

/** Degrees between points of a straight line at most, on the map of a country; on a wider one a share of its width. */
const LONGEST = { degrees: 0.5, share: 0.01 } as const;

export const longestStep = ([west, , east]: LngLatBounds): number =>
  Math.max(LONGEST.degrees, LONGEST.share * (east - west));

function comesFirst([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  return ax < bx || (ax === bx && ay < by);
}

function steps(from: Position, to: Position, longest: number): Position[] {
  const [fx = 0, fy = 0] = from;
  const [tx = 0, ty = 0] = to;
  const count = Math.ceil(Math.max(Math.abs(tx - fx), Math.abs(ty - fy)) / longest);
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
export function densify(line: readonly Position[], longest: number = LONGEST.degrees): Position[] {
  return line.flatMap((point, i) => {
    const before = line[i - 1];
    if (!before) return [point];
    const between = comesFirst(before, point)
      ? steps(before, point, longest)
      : steps(point, before, longest).toReversed();
    return [...between, point];
  });
}
