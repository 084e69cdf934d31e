import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { lengthKm } from '../../../geo/lines/along-line.ts';
import type { WaterSource } from '../geometry/lakes.ts';
import type { CountrySource } from '../geometry/land-in-bounds.ts';
import type { LineSource, RiverProperties } from '../geometry/lines.ts';
import { type Rings, ringsOf } from '../geometry/rings.ts';
import { unwrapRing } from '../geometry/turns.ts';

/** What Natural Earth draws apart and ISO 3166 does not: it belongs to the country it has the code of. */
const WITHOUT_CODE: Readonly<Record<string, string>> = {
  Kosovo: 'XKX',
  Somaliland: 'SOM',
  'N. Cyprus': 'CYP',
  'Indian Ocean Ter.': 'AUS',
};
/** Nobody's, or of more than one country. */
const NO_COUNTRY = 'XXX';

type Areas = GeometryCollection<{ name: string }>;

function areasOf(topo: Topology, object: string): readonly Feature<Polygon | MultiPolygon, { name: string }>[] {
  const { features } = feature(topo, topo.objects[object] as Areas);
  return features.filter((one): one is Feature<Polygon | MultiPolygon, { name: string }> => one.geometry !== null);
}

/** Countries, one feature each. @param a3Of code of three letters by the number ISO 3166 gives a country */
export function readWorldCountries(topo: Topology, a3Of: (number: string) => string | null): CountrySource {
  const polygons = new Map<string, Rings[]>();
  for (const { id, properties, geometry } of areasOf(topo, 'countries')) {
    const a3 = a3Of(String(id)) ?? WITHOUT_CODE[properties.name] ?? NO_COUNTRY;
    polygons.set(a3, [...(polygons.get(a3) ?? []), ...ringsOf(geometry).map((rings) => rings.map(unwrapRing))]);
  }
  return {
    type: 'FeatureCollection',
    features: [...polygons].map(([A3, coordinates]) => ({
      type: 'Feature',
      properties: { A3 },
      geometry: { type: 'MultiPolygon', coordinates },
    })),
  };
}

export function readWorldLakes(topo: Topology): WaterSource {
  const geometries = areasOf(topo, 'lakes').map(
    ({ geometry }): MultiPolygon => ({ type: 'MultiPolygon', coordinates: ringsOf(geometry) }),
  );
  return { type: 'GeometryCollection', geometries };
}

/** A river so long is one of the great ones. */
const GREAT_KM = 1500;

/** Rivers as lines without names. @param minKm shorter ones are left out */
export function readWorldRivers(topo: Topology, minKm: number): LineSource<RiverProperties> {
  const { features } = feature(topo, topo.objects['rivers'] as GeometryCollection);
  const rivers = features.map(({ geometry }) => {
    const { type, coordinates } = geometry as LineString | MultiLineString;
    const lines = type === 'LineString' ? [coordinates] : coordinates;
    const km = lines.reduce((sum, line) => sum + lengthKm(line as [number, number][]), 0);
    return { lines, km, rank: km > GREAT_KM ? 1 : 2 };
  });
  return {
    type: 'FeatureCollection',
    features: rivers
      .filter(({ km }) => km >= minKm)
      .flatMap(({ lines, rank }) =>
        lines.map((coordinates) => ({
          type: 'Feature' as const,
          properties: { name: '', rank },
          geometry: { type: 'LineString' as const, coordinates },
        })),
      ),
  };
}
