import type { GeometryCollection, MultiPolygon, Position } from 'geojson';
import { pointBetween } from '../../../geo/lines/segments.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { clipPolygon } from './clip-to-bounds.ts';
import { union } from './polygon-arithmetic.ts';
import { type Area, area, polygonAreaKm2, type Ring, type Rings, ringAreaKm2 } from './rings.ts';
import { onTurns } from './turns.ts';

export type WaterSource = GeometryCollection<MultiPolygon>;

const ISLAND_KM2 = 1;
/** On a map of less than a country an island in a lake is kept from this share of the smallest lake's size. */
const ISLAND_SHARE = 0.2;
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
    .flatMap((source) => source.geometries.flatMap(({ coordinates }) => onTurns(coordinates, bounds)))
    .filter(([ring]) => ring && ringAreaKm2(ring) > minKm2 / 10);
  const united = union(...near.map((rings) => [rings]));
  return united
    .filter((rings) => polygonAreaKm2(rings) > minKm2)
    .map((rings) => ({
      areaKm2: roundedKm2(polygonAreaKm2(rings)),
      rings: withoutIslets(rings, Math.min(ISLAND_KM2, minKm2 * ISLAND_SHARE)).map(smooth),
    }))
    .map(({ areaKm2, rings }) => area(clipPolygon(rings, bounds), { areaKm2 }))
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .sort((a, b) => b.properties.areaKm2 - a.properties.areaKm2);
}

const roundedKm2 = (km2: number): number => (km2 < 1 ? Number(km2.toPrecision(2)) : Math.round(km2));

function withoutIslets(rings: Rings, minKm2: number): Rings {
  return rings.filter((ring, index) => index === 0 || ringAreaKm2(ring) > minKm2);
}
