import type { Feature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify as simplifyTopology } from 'topojson-simplify';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { type LayerTopology, layerTopology } from './layer-topology.ts';

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

function isOnEdge([lng, lat]: Position, [west, south, east, north]: LngLatBounds): boolean {
  return lng === west || lng === east || lat === south || lat === north;
}

/**
 * Visvalingam's simplification with shared borders kept shared. Points on the edge of the map stay, so that what
 * is cut there can be told from what is really there.
 * @param detail metres; a bend whose triangle is smaller than this squared goes
 */
export function simplify<G extends Geometry, P extends object>(
  features: readonly Feature<G, P>[],
  detail: number,
  bounds: LngLatBounds,
): Feature<G, P>[] {
  const weigh = (triangle: unknown) => {
    const corners = triangle as Triangle;
    return isOnEdge(corners[1], bounds) ? Infinity : triangleArea(corners);
  };
  const weighed = presimplify(layerTopology(features) as Parameters<typeof presimplify>[0], weigh);
  const simple = simplifyTopology(weighed, detail ** 2) as unknown as LayerTopology<P>;
  return feature(simple, simple.objects.layer).features as unknown as Feature<G, P>[];
}
