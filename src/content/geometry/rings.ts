import { polygonArea } from 'd3';
import type { Position } from 'geojson';

/** What there is to say of a geometry that is drawn otherwise than it was written, or not at all. */
export type Note = 'empty' | 'open-ring' | 'no-size';
export type Notes = Set<Note>;

const samePoint = ([ax, ay]: Position, [bx, by]: Position): boolean => ax === bx && ay === by;

/** Rounding sets the two ends of a ring so far apart, in degrees: a hand's breadth. */
const ROUNDING = 1e-6;

const isNear = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean =>
  Math.abs(ax - bx) < ROUNDING && Math.abs(ay - by) < ROUNDING;

/** In two coordinates, without points that repeat the one before. */
function distinct(line: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const [lng = 0, lat = 0] of line) {
    const last = kept.at(-1);
    if (last === undefined || !samePoint(last, [lng, lat])) kept.push([lng, lat]);
  }
  return kept;
}

/** A line, or none where it is a single point. */
export function cleanLine(line: readonly Position[], notes: Notes): readonly Position[][] {
  const points = distinct(line);
  if (points.length > 1) return [points];
  if (line.length > 0) notes.add('no-size');
  return [];
}

/** The least ring is a triangle whose last point is its first. */
const MIN_RING = 4;
/** In square degrees: some square centimetres. */
const MIN_AREA = 1e-14;

/** Closed, counter-clockwise or clockwise; none where it has no area. */
function readRing(ring: readonly Position[], isOuter: boolean, notes: Notes): readonly Position[][] {
  const points = distinct(ring);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  // One that goes there and back is closed, and has no area.
  if (points.length > 1 && isNear(first, last)) points.pop();
  else if (points.length >= MIN_RING - 1) notes.add('open-ring');
  points.push([...first]);
  // Counted from the first point, for in degrees from Greenwich a small ring's area drowns in rounding.
  const area = polygonArea(points.slice(0, -1).map(([x = 0, y = 0]) => [x - (first[0] ?? 0), y - (first[1] ?? 0)]));
  if (points.length < MIN_RING || Math.abs(area) < MIN_AREA) {
    notes.add('no-size');
    return [];
  }
  // d3 counts y downwards, so that what it finds counter-clockwise is clockwise on a map.
  return [area < 0 === isOuter ? points : points.reverse()];
}

/** A polygon's rings as RFC 7946 turns them: the outer one counter-clockwise, holes clockwise. None where it has no area. */
export function readRings(
  [outer = [], ...holes]: readonly (readonly Position[])[],
  notes: Notes,
): readonly Position[][][] {
  const [ground] = readRing(outer, true, notes);
  return ground === undefined ? [] : [[ground, ...holes.flatMap((hole) => readRing(hole, false, notes))]];
}
