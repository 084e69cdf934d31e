import type { Position } from 'geojson';
import { unwrapLine } from '../../../geo/antimeridian.ts';
import { boundsOf, boundsOverlap } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { union } from './polygon-arithmetic.ts';
import type { Ring, Rings } from './rings.ts';

const ANTIMERIDIAN = 180;
/** Whole turns by which a place of the sources may come to lie in a map. */
const TURNS = [-360, 0, 360] as const;

const moved = (line: readonly Position[], turn: number): Position[] =>
  turn === 0 ? [...line] : line.map(([lng = 0, lat = 0]) => [lng + turn, lat]);

function turnsInto([west, south, east, north]: LngLatBounds, bounds: LngLatBounds): readonly number[] {
  return TURNS.filter((turn) => boundsOverlap([west + turn, south, east + turn, north], bounds));
}

/** Lines where a map shows them: in their place, or a turn round the world farther east or west. */
export const linesOnTurns = (lines: readonly Position[][], bounds: LngLatBounds): Position[][] =>
  lines.flatMap((line) => {
    const [west, south, east, north] = boundsOf(line);
    // A line from pole to pole has no width, and one along a parallel no height.
    const box = [west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9] as const;
    return turnsInto(box, bounds).map((turn) => moved(line, turn));
  });

/** Polygons that come into a map, where it shows them. */
export const onTurns = (polygons: readonly Rings[], bounds: LngLatBounds): Rings[] =>
  polygons.flatMap((rings) =>
    turnsInto(boundsOf(rings[0] ?? []), bounds).map((turn) => rings.map((ring) => moved(ring, turn))),
  );

/** A ring that never leaps over the antimeridian. One that goes round a pole is led along the edge of the flat map there. */
export function unwrapRing(ring: Ring): Ring {
  const line = unwrapLine(ring);
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end || Math.abs(end[0] - start[0]) < ANTIMERIDIAN) return line;
  const pole = start[1] < 0 ? -90 : 90;
  return [...line, [end[0], pole], [start[0], pole], start];
}

const touches = (rings: Rings): boolean => rings.some((ring) => ring.some(([lng]) => lng === ANTIMERIDIAN));

/** Sources that cut their areas at 180° leave two halves; a map across it puts them together again. */
export function joinedAtAntimeridian(polygons: readonly Rings[], [, , east]: LngLatBounds): Rings[] {
  const cut = east > ANTIMERIDIAN ? polygons.filter(touches) : [];
  if (cut.length < 2) return [...polygons];
  return [...polygons.filter((rings) => !touches(rings)), ...union(...cut.map((rings) => [rings]))];
}
