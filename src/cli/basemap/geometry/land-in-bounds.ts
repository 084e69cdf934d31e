import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { boundsOf } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { ringContains } from '../../../geo/point-in-polygons.ts';
import { clipPolygon } from './clip-to-bounds.ts';
import { type Area, area, type Ring, type Rings, ringAreaKm2, ringsOf } from './rings.ts';
import { joinedAtAntimeridian, onTurns } from './turns.ts';

export interface CountryProperties {
  readonly A3: string;
  /** How many the country has in the source, in view or not. */
  readonly polygons?: number;
}

export type CountrySource = FeatureCollection<Polygon | MultiPolygon, CountryProperties>;

interface Outline {
  readonly ring: Ring;
  readonly box: LngLatBounds;
  readonly a3: string;
}

const isBoxWithin = (inner: LngLatBounds, outer: LngLatBounds): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** A country that fills so much of a hole in another is what the hole is for; else it is water. */
const ENCLAVE_SHARE = 0.5;

/** The source has all inland water cut out of it: of its holes only those that another country fills are in the land. */
function landOutline([exterior = [], ...holes]: Rings, a3: string, outlines: readonly Outline[]): Rings {
  const isEnclave = (hole: Ring): boolean => {
    const box = boundsOf(hole);
    const inside = outlines.filter((other) => other.a3 !== a3 && isBoxWithin(other.box, box));
    return inside.reduce((sum, { ring }) => sum + ringAreaKm2(ring), 0) > ENCLAVE_SHARE * ringAreaKm2(hole);
  };
  return [exterior, ...holes.filter(isEnclave)];
}

interface Near {
  readonly a3: string;
  /** Of the whole country. */
  readonly count: number;
  readonly polygons: readonly Rings[];
}

const keyOf = ([exterior = []]: Rings): string => `${exterior.length} ${boundsOf(exterior).join(' ')}`;

/** What the source has twice, as a territory and as ground of the country it belongs to, is the territory's alone. */
function withoutTwins(countries: readonly Near[]): Near[] {
  const owner = new Map<string, Near>();
  for (const country of countries) {
    for (const key of country.polygons.map(keyOf)) {
      const other = owner.get(key);
      if (other === undefined || country.count < other.count) owner.set(key, country);
    }
  }
  return countries.map((country) => ({
    ...country,
    polygons: country.polygons.filter((rings) => owner.get(keyOf(rings)) === country),
  }));
}

interface Land {
  readonly rings: Rings;
  readonly boxes: readonly LngLatBounds[];
}

/** An island in a lake, once the lake is land: it lies in another polygon with all its points, and in no hole of it. */
function isInland(island: Ring, land: readonly Land[]): boolean {
  const box = boundsOf(island);
  const [west, south, east, north] = box;
  return land.some(({ rings: [exterior = []], boxes: [outer = box, ...holes] }) => {
    const isInBox = outer[0] < west && outer[1] < south && outer[2] > east && outer[3] > north;
    if (!isInBox || holes.some((hole) => isBoxWithin(box, hole))) return false;
    return island.every((point) => ringContains(exterior, point));
  });
}

/**
 * Country polygons inside the bounds, in order of their codes.
 * @param minKm2 islands smaller than this are left out
 */
export function landInBounds(source: CountrySource, bounds: LngLatBounds, minKm2: number): Area<{ a3: string }>[] {
  const near = withoutTwins(
    source.features.map(({ geometry, properties: { A3, polygons = Number.POSITIVE_INFINITY } }) => ({
      a3: A3,
      count: polygons,
      polygons: onTurns(ringsOf(geometry), bounds).filter(([ring]) => ring && ringAreaKm2(ring) >= minKm2),
    })),
  );
  const outlines = near.flatMap(({ a3, polygons }) =>
    polygons.map(([ring = []]): Outline => ({ ring, box: boundsOf(ring), a3 })),
  );
  const countries = near.map(({ a3, polygons }) => {
    const clipped = polygons.flatMap((rings) => clipPolygon(landOutline(rings, a3, outlines), bounds));
    return area(joinedAtAntimeridian(clipped, bounds), { a3 });
  });
  const land = countries.flatMap(({ geometry }) =>
    geometry.coordinates.map((rings): Land => ({ rings, boxes: rings.map(boundsOf) })),
  );
  return countries
    .map(({ geometry, properties }) =>
      area(
        geometry.coordinates.filter(([ring]) => ring && !isInland(ring, land)),
        properties,
      ),
    )
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .sort((a, b) => (a.properties.a3 < b.properties.a3 ? -1 : 1));
}
