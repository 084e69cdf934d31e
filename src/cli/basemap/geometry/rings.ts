import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { boundsOf } from '../../../geo/bounds.ts';
import { ringContains } from '../../../geo/point-in-polygons.ts';

export type Ring = Position[];
/** A polygon's rings, the exterior first. */
export type Rings = Ring[];
/** GeoJSON features with the geometry this command works on throughout. */
export type Area<P> = Feature<MultiPolygon, P>;

const KM_PER_DEGREE = 111.195;
const RADIANS = Math.PI / 180;

export function ringsOf(geometry: Polygon | MultiPolygon): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export function area<P>(coordinates: Rings[], properties: P): Area<P> {
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
}

/** Square degrees on the plane, positive where the ring runs anticlockwise with north up. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] as Position;
    const [x1 = 0, y1 = 0] = ring[i] as Position;
    sum += x0 * y1 - x1 * y0;
  }
  return sum / 2;
}

/** Good to a few per mille for rings a few degrees tall. */
export function ringAreaKm2(ring: Ring): number {
  const [, south, , north] = boundsOf(ring);
  return Math.abs(signedArea(ring)) * KM_PER_DEGREE ** 2 * Math.cos(((south + north) / 2) * RADIANS);
}

export function polygonAreaKm2(rings: Rings): number {
  return rings.reduce((sum, ring, index) => sum + ringAreaKm2(ring) * (index === 0 ? 1 : -1), 0);
}

/** Exterior rings clockwise, holes the other way: the sphere's inside as d3-geo and TopoJSON see it. */
export function windForSphere(rings: Rings): Rings {
  return rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring.toReversed() : ring));
}

export function isInRings(point: Position, rings: Rings): boolean {
  return rings.every((ring, index) => ringContains(ring, point) === (index === 0));
}
