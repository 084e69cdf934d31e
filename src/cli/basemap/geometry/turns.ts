import type { Position } from 'geojson';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { turnsOf } from '../scale.ts';
import { union } from './polygon-arithmetic.ts';
import type { Rings } from './rings.ts';

const ANTIMERIDIAN = 180;

const moved = (line: readonly Position[], turn: number): Position[] =>
  line.map(([lng = 0, lat = 0]) => [lng + turn, lat]);

/** Lines as often as a map across the antimeridian may show them: where they are, and a turn round the world farther east. */
export const linesOnTurns = (lines: readonly Position[][], bounds: LngLatBounds): Position[][] =>
  turnsOf(bounds).flatMap((turn) => (turn === 0 ? lines : lines.map((line) => moved(line, turn))));

/** The same of polygons. */
export const onTurns = (polygons: readonly Rings[], bounds: LngLatBounds): Rings[] =>
  turnsOf(bounds).flatMap((turn) =>
    turn === 0 ? polygons : polygons.map((rings) => rings.map((ring) => moved(ring, turn))),
  );

const touches = (rings: Rings): boolean => rings.some((ring) => ring.some(([lng]) => lng === ANTIMERIDIAN));

/** All sources cut their areas at 180°; a map across it puts them together again. */
export function joinedAtAntimeridian(polygons: readonly Rings[], bounds: LngLatBounds): Rings[] {
  if (turnsOf(bounds).length === 1) return [...polygons];
  const cut = polygons.filter(touches);
  const whole = polygons.filter((rings) => !touches(rings));
  return cut.length < 2 ? [...polygons] : [...whole, ...union(...cut.map((rings) => [rings]))];
}
