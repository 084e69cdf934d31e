import type { GeometryCollection, MultiPolygon, Position } from 'geojson';
import { boundsOf } from '../../../geo/bounds.ts';
import { pointBetween } from '../../../geo/lines/segments.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { clipPolygon } from './clip-to-bounds.ts';
import { union } from './polygon-arithmetic.ts';
import { type Area, area, boundsOverlap, polygonAreaKm2, type Ring, type Rings, ringAreaKm2 } from './rings.ts';

export type WaterSource = GeometryCollection<MultiPolygon>;

const ISLAND_KM2 = 1;
const SMOOTHING_PASSES = 2;

/** One pass of Chaikin's corner cutting over a closed ring. */
export function chaikin(ring: Ring): Ring {
  const cut = ring.slice(1).flatMap((point, i) => {
    const [from, to] = [ring[i] as [number, number], point as [number, number]];
    return [0.25, 0.75].map((share): Position => [...pointBetween(from, to, share)]);
  });
  return [...cut, cut[0] as Position];
}

function smooth(ring: Ring): Ring {
  let result = ring;
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) result = chaikin(result);
  return result;
}

/**
 * Lakes and wide rivers, united and smoothed: the source is a raster's outline and shows its steps.
 * @param minKm2 waters smaller than this are left out
 */
export function lakesInBounds(
  sources: readonly WaterSource[],
  bounds: LngLatBounds,
  minKm2: number,
): Area<{ areaKm2: number }>[] {
  const near = sources
    .flatMap((source) => source.geometries.flatMap((geometry) => geometry.coordinates))
    .filter(([ring]) => ring && boundsOverlap(boundsOf(ring), bounds) && ringAreaKm2(ring) > minKm2 / 10);
  const united = union(...near.map((rings) => [rings]));
  return united
    .filter((rings) => polygonAreaKm2(rings) > minKm2)
    .map((rings) => ({ areaKm2: Math.round(polygonAreaKm2(rings)), rings: withoutIslets(rings).map(smooth) }))
    .map(({ areaKm2, rings }) => area(clipPolygon(rings, bounds), { areaKm2 }))
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .sort((a, b) => b.properties.areaKm2 - a.properties.areaKm2);
}

function withoutIslets(rings: Rings): Rings {
  return rings.filter((ring, index) => index === 0 || ringAreaKm2(ring) > ISLAND_KM2);
}
