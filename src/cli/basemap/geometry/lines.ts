import type { Feature, FeatureCollection, LineString, MultiLineString, Position } from 'geojson';
import { boundsOf, boundsOverlap } from '../../../geo/bounds.ts';
import { clamp } from '../../../geo/clamp.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { clipLine, roundPosition } from './clip-to-bounds.ts';
import { type Area, isInRings } from './rings.ts';
import { linesOnTurns } from './turns.ts';

export interface RiverProperties {
  readonly name: string;
  readonly rank: number;
}

export interface RoadProperties {
  readonly ref: string;
  readonly rank: number;
  readonly schematic: boolean;
}

export type LineSource<P> = FeatureCollection<LineString, P>;
export type Lines<P> = Feature<MultiLineString, P>;

const ROAD_POINTS_PER_SPAN = 4;
/** A ten-thousandth of a degree: how close two points of one road may lie. */
const SAME_POINT = 1e-4;

function lines<P>(coordinates: Position[][], properties: P): Lines<P> {
  return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } };
}

function isIn(point: Position, area: Area<object>): boolean {
  return area.geometry.coordinates.some((rings) => isInRings(point, rings));
}

/** Splits a line where it passes through a lake. A stretch counts as inside where its middle is. */
function outside(line: Position[], lakes: readonly Area<object>[]): Position[][] {
  const bounds = boundsOf(line);
  const near = lakes.filter(({ geometry }) =>
    geometry.coordinates.some(([r]) => r && boundsOverlap(boundsOf(r), bounds)),
  );
  const parts: Position[][] = [[]];
  line.forEach((point, i) => {
    const [px = 0, py = 0] = line[i - 1] ?? point;
    const middle = [((point[0] ?? 0) + px) / 2, ((point[1] ?? 0) + py) / 2];
    if (i > 0 && near.some((lake) => isIn(middle, lake))) parts.push([]);
    parts.at(-1)?.push(point);
  });
  return parts.filter((part) => part.length > 1);
}

export function riversInBounds(
  source: LineSource<RiverProperties>,
  bounds: LngLatBounds,
  lakes: readonly Area<object>[],
): Lines<RiverProperties>[] {
  return source.features
    .map(({ geometry, properties: { name, rank } }) =>
      lines(
        linesOnTurns([geometry.coordinates], bounds)
          .flatMap((line) => clipLine(line, bounds))
          .flatMap((line) => outside(line, lakes)),
        { name, rank },
      ),
    )
    .filter(({ geometry }) => geometry.coordinates.length > 0);
}

/** A point of the Catmull–Rom spline (uniform, tension ½) from b to c. */
function splineAt(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
}

/** A smooth line through all points of this one. */
export function throughPoints(line: readonly Position[]): Position[] {
  const last = line.length - 1;
  const at = (i: number) => line[clamp(i, 0, last)] as [number, number];
  const spans = Array.from({ length: last }, (_, i) =>
    Array.from({ length: ROAD_POINTS_PER_SPAN }, (_, step) => {
      const t = step / ROAD_POINTS_PER_SPAN;
      const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
      return roundPosition([splineAt(a[0], b[0], c[0], d[0], t), splineAt(a[1], b[1], c[1], d[1], t)]);
    }),
  );
  return [...spans.flat(), at(last)];
}

function withoutNearRepeats(line: readonly Position[]): Position[] {
  return line.filter((point, i) => {
    const [x = 0, y = 0] = line[i - 1] ?? [Infinity, Infinity];
    return Math.hypot((point[0] ?? 0) - x, (point[1] ?? 0) - y) > SAME_POINT;
  });
}

/** Roads keep the direction they are drawn in. */
export function roadsInBounds(source: LineSource<RoadProperties>, bounds: LngLatBounds): Lines<RoadProperties>[] {
  return source.features
    .map(({ geometry, properties: { ref, rank, schematic } }) =>
      lines(clipLine(throughPoints(withoutNearRepeats(geometry.coordinates)), bounds), { ref, rank, schematic }),
    )
    .filter(({ geometry }) => geometry.coordinates.length > 0);
}
