import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { boundsOf } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { ringContains } from '../../../geo/point-in-polygons.ts';
import { clipPolygon } from './clip-to-bounds.ts';
import { type Area, area, boundsOverlap, type Ring, type Rings, ringAreaKm2, ringsOf } from './rings.ts';

export type CountrySource = FeatureCollection<Polygon | MultiPolygon, { A3: string }>;

/** The source has all inland water cut out of it, so holes are lakes: only exteriors are land's outline. */
function withoutHoles(rings: Rings): Rings {
  return rings.slice(0, 1);
}

/** An island in a lake, once the lake is land: it lies in another polygon with all its points. */
function isInland(island: Ring, outlines: readonly Outline[]): boolean {
  const [west, south, east, north] = boundsOf(island);
  return outlines.some(
    ({ ring, box }) =>
      box[0] < west &&
      box[1] < south &&
      box[2] > east &&
      box[3] > north &&
      island.every((point) => ringContains(ring, point)),
  );
}

interface Outline {
  readonly ring: Ring;
  readonly box: LngLatBounds;
}

/**
 * Country polygons inside the bounds, in order of their codes.
 * @param minKm2 islands smaller than this are left out
 */
export function landInBounds(source: CountrySource, bounds: LngLatBounds, minKm2: number): Area<{ a3: string }>[] {
  const countries = source.features.map(({ geometry, properties }) => {
    const near = ringsOf(geometry)
      .map(withoutHoles)
      .filter(([ring]) => ring && boundsOverlap(boundsOf(ring), bounds) && ringAreaKm2(ring) >= minKm2);
    return area(
      near.flatMap((rings) => clipPolygon(rings, bounds)),
      { a3: properties.A3 },
    );
  });
  const rings = countries.flatMap(({ geometry }) => geometry.coordinates.flat());
  const outlines = rings.map((ring) => ({ ring, box: boundsOf(ring) }));
  return countries
    .map(({ geometry, properties }) =>
      area(
        geometry.coordinates.filter(([ring]) => ring && !isInland(ring, outlines)),
        properties,
      ),
    )
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .sort((a, b) => (a.properties.a3 < b.properties.a3 ? -1 : 1));
}
