import { contourDensity, ticks } from 'd3';
import type { Position } from 'geojson';
import type { LngLat } from '../../geo/lng-lat.ts';
import { EARTH_CIRCUMFERENCE_METRES, fromWorld, toWorld } from '../../geo/mercator.ts';
import type { DataFeature } from '../../story/data/data-layer.ts';
import type { LayerSpec } from './layer-spec.ts';

/** A point to count, as often as it weighs. */
export interface CountedPoint {
  readonly at: LngLat;
  readonly weight: number;
}

/** Kilometres of one side of the Mercator unit square at a latitude. */
const worldKm = (lat: number): number => (EARTH_CIRCUMFERENCE_METRES / 1000) * Math.cos((lat * Math.PI) / 180);

function middleLat(points: readonly CountedPoint[]): number {
  return points.reduce((sum, { at }) => sum + at[1], 0) / Math.max(1, points.length);
}

const SQRT3 = Math.sqrt(3);

/** Corners of a hexagon with a corner at the top, of this radius, around the origin. */
const HEXAGON = Array.from(
  { length: 6 },
  (_, k) => [Math.sin((k * Math.PI) / 3), -Math.cos((k * Math.PI) / 3)] as const,
);
const SQUARE = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
].map(([x = 0, y = 0]) => [x / Math.SQRT2, y / Math.SQRT2] as const);

/** The middle of the hexagon a point lies in, for hexagons of radius 1. */
function hexagonOf(x: number, y: number): readonly [number, number] {
  const row = Math.round(y / 1.5);
  const shift = row % 2 === 0 ? 0 : SQRT3 / 2;
  const near = [Math.round((x - shift) / SQRT3) * SQRT3 + shift, row * 1.5] as const;
  const other = row + (y > row * 1.5 ? 1 : -1);
  const otherShift = other % 2 === 0 ? 0 : SQRT3 / 2;
  const far = [Math.round((x - otherShift) / SQRT3) * SQRT3 + otherShift, other * 1.5] as const;
  const squared = ([cx, cy]: readonly [number, number]): number => (x - cx) ** 2 + (y - cy) ** 2;
  return squared(near) <= squared(far) ? near : far;
}

const squareOf = (x: number, y: number): readonly [number, number] =>
  [Math.round(x / Math.SQRT2) * Math.SQRT2, Math.round(y / Math.SQRT2) * Math.SQRT2] as const;

/**
 * Points counted in cells of one width on the ground at their middle latitude: hexagons from side to side, squares along
 * the edges. A cell's middle names it, in degrees.
 */
export function gridOf(
  points: readonly CountedPoint[],
  { form, kilometres }: LayerSpec['cell'],
): readonly DataFeature[] {
  const across = kilometres / worldKm(middleLat(points));
  const radius = form === 'hexagons' ? across / SQRT3 : across / Math.SQRT2;
  const cellOf = form === 'hexagons' ? hexagonOf : squareOf;
  const corners = form === 'hexagons' ? HEXAGON : SQUARE;
  const cells = new Map<string, { readonly middle: readonly [number, number]; sum: number }>();
  for (const { at, weight } of points) {
    const [x, y] = toWorld(at);
    const middle = cellOf(x / radius, y / radius);
    const key = middle.map((number) => number.toFixed(3)).join(' ');
    const cell = cells.get(key) ?? { middle, sum: 0 };
    cell.sum += weight;
    cells.set(key, cell);
  }
  return [...cells.values()].map(({ middle: [cx, cy], sum }): DataFeature => {
    const cornerAt = ([x, y]: readonly [number, number]): Position => [
      ...fromWorld([(cx + x) * radius, (cy + y) * radius]),
    ];
    const name = fromWorld([cx * radius, cy * radius])
      .map((degrees) => degrees.toFixed(2))
      .join(', ');
    const ring = corners.map(cornerAt);
    // Mercator counts y downwards: corners that run clockwise there run so on the map.
    const coordinates = [[...ring, ring[0] ?? []].toReversed()];
    return { id: name, name, geometry: { type: 'Polygon', coordinates }, value: sum, size: null, cells: {} };
  });
}

/** Pixels the longer side of the points' extent is counted on, and how far one is felt, in shares of that. */
const ACROSS = 960;
const BANDWIDTH = 0.035;

/**
 * Areas in which points lie more densely than round thresholds, each with its threshold, in points on a thousand square
 * kilometres; denser ones lie within those before them. Kernel density by d3-contour.
 */
export function densityOf(points: readonly CountedPoint[], classes: number): readonly DataFeature[] {
  const world = points.map(({ at }) => toWorld(at));
  const [xs, ys] = [world.map(([x]) => x), world.map(([, y]) => y)];
  const least = (numbers: readonly number[]): number =>
    numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const [left, top] = [least(xs), least(ys)];
  const span = Math.max(1e-6, -least(xs.map((x) => -x)) - left, -least(ys.map((y) => -y)) - top);
  const scale = ACROSS / span;
  const bandwidth = ACROSS * BANDWIDTH;
  const margin = 3 * bandwidth;
  const size = ACROSS + 2 * margin;
  const perThousand = 1000 / (worldKm(middleLat(points)) / scale) ** 2;
  const estimate = contourDensity<number>()
    .x((index) => ((xs[index] ?? 0) - left) * scale + margin)
    .y((index) => ((ys[index] ?? 0) - top) * scale + margin)
    .weight((index) => points[index]?.weight ?? 0)
    .size([size, size])
    .cellSize(4)
    .bandwidth(bandwidth);
  const data = points.map((_, index) => index);
  const highest =
    estimate
      .thresholds(4 * classes)(data)
      .at(-1)?.value ?? 0;
  const thresholds = ticks(0, highest * perThousand, classes).filter((threshold) => threshold > 0);
  const place = ([x = 0, y = 0]: Position): Position => [
    ...fromWorld([(x - margin) / scale + left, (y - margin) / scale + top]),
  ];
  const contours = estimate.thresholds(thresholds.map((threshold) => threshold / perThousand))(data);
  return contours.map(({ coordinates }, index): DataFeature => {
    const value = thresholds[index] ?? 0;
    const rings = coordinates.map((polygon) => polygon.map((ring) => ring.map(place).toReversed()));
    const name = String(value);
    return { id: name, name, geometry: { type: 'MultiPolygon', coordinates: rings }, value, size: null, cells: {} };
  });
}
