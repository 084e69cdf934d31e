import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify as simplifyTopology } from 'topojson-simplify';
import type { GeometryCollection } from 'topojson-specification';
import type { LngLatBounds } from '../../geo/lng-lat.ts';

const METRES_PER_DEGREE = 111195;
const RADIANS = Math.PI / 180;

type Triangle = readonly [Position, Position, Position];

/** Square metres on the ground, so that a map near the poles is not kept finer east–west than north–south. */
export function triangleArea([a, b, c]: Triangle): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const degrees = Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;
  return degrees * METRES_PER_DEGREE ** 2 * Math.cos(by * RADIANS);
}

export function isOnEdge([lng, lat]: Position, [west, south, east, north]: LngLatBounds): boolean {
  return lng === west || lng === east || lat === south || lat === north;
}

/**
 * Visvalingam's simplification with shared borders kept shared. Points on the edge of the map stay, so that what
 * is cut there can be told from what is really there.
 */
export function simplify<G extends Geometry, P extends object>(
  features: readonly Feature<G, P>[],
  detail: number,
  bounds: LngLatBounds,
): Feature<G, P>[] {
  const collection: FeatureCollection<G, P> = { type: 'FeatureCollection', features: [...features] };
  const weighed = presimplify(topology({ layer: collection }), (triangle) =>
    isOnEdge(triangle[1] as Position, bounds) ? Infinity : triangleArea(triangle as unknown as Triangle),
  );
  const simple = simplifyTopology(weighed, detail ** 2);
  const result = feature(simple, simple.objects['layer'] as GeometryCollection<P>);
  return result.features as unknown as Feature<G, P>[];
}
