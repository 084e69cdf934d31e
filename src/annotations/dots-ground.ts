import { polygonContains } from 'd3';
import type { Box, Projection, ScreenPoint } from '../geo/lng-lat.ts';

type Ring = readonly ScreenPoint[];

/** Where a dot may rest. */
export interface Ground {
  /** Polygons of the region on the screen at rest; the first ring of each is its outline, others are holes. */
  readonly polygons: readonly (readonly Ring[])[];
  readonly bounds: Box;
  /** What the dots flow round. */
  readonly kept: readonly Box[];
}

/** A dot never comes nearer to the region's outline than this. */
export const BORDER_PX = 6;

type Region = readonly (readonly (readonly (readonly [number, number])[])[])[];

export function groundOf(region: Region, projection: Projection, bounds: Box, kept: readonly Box[]): Ground {
  const polygons = region.map((rings) => rings.map((ring) => ring.map((lngLat) => projection.project(lngLat))));
  return { polygons, bounds, kept };
}

function distanceToSegment([x, y]: ScreenPoint, [ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const u = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - u * dx, y - ay - u * dy);
}

function nearsOutline(point: ScreenPoint, ring: Ring): boolean {
  return ring.some((from, index) => {
    const to = ring[index + 1] ?? ring[0] ?? from;
    const beyond = BORDER_PX;
    if (Math.min(from[1], to[1]) - beyond > point[1] || Math.max(from[1], to[1]) + beyond < point[1]) return false;
    return distanceToSegment(point, from, to) < beyond;
  });
}

function insideRings(point: ScreenPoint, rings: readonly Ring[]): boolean {
  const [outline, ...holes] = rings;
  if (outline === undefined) return false;
  const target: [number, number] = [point[0], point[1]];
  const contains = (ring: Ring): boolean => polygonContains(ring as [number, number][], target);
  return contains(outline) && !holes.some(contains);
}

const insideBox = ([x, y]: ScreenPoint, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** True where a dot may rest: in the region, clear of its outline, on the free part of the screen, off what is kept clear. */
export function holds(ground: Ground, point: ScreenPoint): boolean {
  if (!insideBox(point, ground.bounds) || ground.kept.some((box) => insideBox(point, box))) return false;
  const home = ground.polygons.find((rings) => insideRings(point, rings));
  return home !== undefined && !home.some((ring) => nearsOutline(point, ring));
}
