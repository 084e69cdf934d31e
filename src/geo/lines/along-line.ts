import { unwrapPoint } from '../antimeridian.ts';
import { clamp01 } from '../clamp.ts';
import type { LngLat } from '../lng-lat.ts';
import { nearestShareOf, type Point, pointBetween } from './segments.ts';

/** Mean radius (IUGG), for turning angles on the sphere into kilometres. */
export const EARTH_RADIUS_KM = 6371.0088;

export type Line = readonly LngLat[];

const RADIANS = Math.PI / 180;

/** Great-circle distance by the haversine formula, which keeps its digits at the short distances of a story. */
export function distanceKm(a: LngLat, b: LngLat): number {
  const [across, up] = [((b[0] - a[0]) * RADIANS) / 2, ((b[1] - a[1]) * RADIANS) / 2];
  const chord = Math.sin(up) ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(across) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const distanceCache = new WeakMap<Line, readonly number[]>();

/** Distance from the start at each vertex. Kept for each line, as a line is cut many times while it is drawn. */
function vertexDistances(line: Line): readonly number[] {
  const cached = distanceCache.get(line);
  if (cached !== undefined) return cached;
  const distances: number[] = [];
  let sum = 0;
  line.forEach((vertex, index) => {
    sum += index === 0 ? 0 : distanceKm(line[index - 1] ?? vertex, vertex);
    distances.push(sum);
  });
  distanceCache.set(line, distances);
  return distances;
}

/** Length along the vertices. */
export const lengthKm = (line: Line): number => vertexDistances(line).at(-1) ?? 0;

/** How many of the rising distances come first, found by halving. */
function countWhile(distances: readonly number[], isBefore: (distance: number) => boolean): number {
  let [low, high] = [0, distances.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(distances[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const countBelow = (distances: readonly number[], km: number): number =>
  countWhile(distances, (distance) => distance < km);

const countUpTo = (distances: readonly number[], km: number): number =>
  countWhile(distances, (distance) => distance <= km);

function pointAtKm(points: readonly Point[], distances: readonly number[], km: number): Point {
  const next = countBelow(distances, km);
  const end = points[Math.min(next, points.length - 1)] ?? [0, 0];
  const start = points[next - 1];
  if (next >= points.length || start === undefined) return end;
  const from = distances[next - 1] ?? 0;
  const step = (distances[next] ?? from) - from;
  return step === 0 ? end : pointBetween(start, end, (km - from) / step);
}

/** The point a share (0–1) of the length along the line. */
export function pointAt(line: Line, share: number): LngLat {
  const distances = vertexDistances(line);
  return pointAtKm(line, distances, clamp01(share) * (distances.at(-1) ?? 0));
}

/** Many points at once, for shares in any order. */
export function pointsAt(line: Line, shares: readonly number[]): Line {
  const distances = vertexDistances(line);
  const total = distances.at(-1) ?? 0;
  return shares.map((share) => pointAtKm(line, distances, clamp01(share) * total));
}

/** The part of a line between two shares of its length. Turned round where `from` is greater than `to`. */
export const sliceLine = (line: Line, from: number, to: number): Line => sliceAlong(line, line, from, to);

/**
 * The same part of what stands for the line's vertices, such as their points on a screen.
 * @param points one for each vertex
 */
export function sliceAlong(line: Line, points: readonly Point[], from: number, to: number): readonly Point[] {
  if (from > to) return [...sliceAlong(line, points, to, from)].reverse();
  const distances = vertexDistances(line);
  const total = distances.at(-1) ?? 0;
  const [startKm, endKm] = [clamp01(from) * total, clamp01(to) * total];
  const inner = points.slice(countUpTo(distances, startKm), countBelow(distances, endKm));
  return [pointAtKm(points, distances, startKm), ...inner, pointAtKm(points, distances, endKm)];
}

/** In degrees of longitude as short as they are at the point. */
function nearestOnGround(a: LngLat, b: LngLat, point: LngLat): number {
  const squeeze = Math.cos(point[1] * RADIANS);
  const squeezed = ([lng, lat]: LngLat): Point => [lng * squeeze, lat];
  return nearestShareOf(squeezed(a), squeezed(b), squeezed(unwrapPoint(point, a[0])));
}

/** Share of the length at which the line passes nearest to a point. */
export function nearestShare(line: Line, point: LngLat): number {
  const distances = vertexDistances(line);
  const total = distances.at(-1) ?? 0;
  let best = { km: 0, away: Number.POSITIVE_INFINITY };
  line.slice(1).forEach((end, index) => {
    const start = line[index] ?? end;
    const share = nearestOnGround(start, end, point);
    const away = distanceKm(pointBetween(start, end, share), point);
    const from = distances[index] ?? 0;
    if (away < best.away) best = { km: from + ((distances[index + 1] ?? from) - from) * share, away };
  });
  return total === 0 ? 0 : best.km / total;
}

/** The place so many kilometres from another along the great circle that leaves it at a bearing clockwise from north. */
export function destination([lng, lat]: LngLat, bearingDegrees: number, km: number): LngLat {
  const [angle, bearing, phi] = [km / EARTH_RADIUS_KM, bearingDegrees * RADIANS, lat * RADIANS];
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
  const turn = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
  return [lng + turn / RADIANS, Math.asin(sine) / RADIANS];
}
