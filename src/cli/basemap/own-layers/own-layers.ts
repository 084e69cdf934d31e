import { isAbsolute, normalize } from 'node:path';
import type { MultiPolygon } from 'geojson';
import { unwrapLine } from '../../../geo/antimeridian.ts';
import type { Effects } from '../../lib/effects.ts';
import type { WaterSource } from '../geometry/lakes.ts';
import type { CountrySource } from '../geometry/land-in-bounds.ts';
import type { LineSource, RiverProperties, RoadProperties } from '../geometry/lines.ts';
import { type Rings, ringsOf } from '../geometry/rings.ts';
import { LayerRefusal, linesIn, readGeoJson } from './read-geojson.ts';
import { roadRank, roadRef } from './road-class.ts';

export const OWN_LAYERS = ['land', 'rivers', 'roads', 'lakes'] as const;
export type OwnLayer = (typeof OWN_LAYERS)[number];
/** Paths of the author's files by the layer they are for. */
export type OwnFiles = Readonly<Partial<Record<OwnLayer, string>>>;

/** Layers that an author brings: each takes the place of what the sources have. */
export interface OwnLayers {
  readonly rivers: LineSource<RiverProperties> | null;
  readonly roads: LineSource<RoadProperties> | null;
  readonly lakes: WaterSource | null;
  readonly land: CountrySource | null;
}

/** Inside the project, so that whoever has it can make the map again. */
export function pathProblem(flag: string, path: string): string | null {
  const isInside = path !== '' && !isAbsolute(path) && !normalize(path).startsWith('..');
  if (isInside) return null;
  return `--${flag} is "${path}", outside the project. Put the file into it, for example under src/basemap/sources/.`;
}

type Properties = { readonly [key: string]: unknown };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const riverProperties = (given: Properties): RiverProperties => ({
  name: textOf(given['name']),
  rank: given['rank'] === 1 ? 1 : 2,
});

const roadProperties = (given: Properties): RoadProperties => ({
  ref: roadRef(given),
  rank: roadRank(given),
  schematic: given['schematic'] === true,
});

function lineSource<P>(path: string, text: string, propertiesOf: (given: Properties) => P): LineSource<P> {
  const features = readGeoJson(path, text, ['LineString', 'MultiLineString']).flatMap(({ geometry, properties }) =>
    linesIn(geometry).map((line) => ({
      type: 'Feature' as const,
      properties: propertiesOf(properties),
      geometry: { type: 'LineString' as const, coordinates: unwrapLine(line) },
    })),
  );
  return { type: 'FeatureCollection', features };
}

function areasIn(path: string, text: string) {
  return readGeoJson(path, text, ['Polygon', 'MultiPolygon']).map(({ geometry, properties }) => ({
    properties,
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: ringsOf(geometry as MultiPolygon).map((rings) => rings.map((ring) => unwrapLine(ring))),
    },
  }));
}

const waterSource = (path: string, text: string): WaterSource => ({
  type: 'GeometryCollection',
  geometries: areasIn(path, text).map(({ geometry }) => geometry),
});

const CODE_FIELDS = ['a3', 'A3', 'ISO_A3', 'iso_a3'] as const;

/** Land belongs to the country it names, or to the one that the map is of. */
function landSource(path: string, text: string, country: string | undefined): CountrySource {
  const polygons = new Map<string, Rings[]>();
  for (const { geometry, properties } of areasIn(path, text)) {
    const code = CODE_FIELDS.map((field) => textOf(properties[field])).find((a3) => /^[A-Z]{3}$/.test(a3)) ?? country;
    if (code === undefined)
      throw new LayerRefusal(`--land ${path} does not say whose land it is. Add --countries with the country's code.`);
    polygons.set(code, [...(polygons.get(code) ?? []), ...geometry.coordinates]);
  }
  return {
    type: 'FeatureCollection',
    features: [...polygons].map(([A3, coordinates]) => ({
      type: 'Feature' as const,
      properties: { A3 },
      geometry: { type: 'MultiPolygon' as const, coordinates },
    })),
  };
}

/**
 * Reads the author's files.
 * @param countries codes of the countries asked for, the first of which land without a code belongs to
 * @throws LayerRefusal naming the file that cannot be used, and why
 */
export async function readOwnLayers(
  files: OwnFiles,
  countries: readonly string[] | null,
  readText: Effects['readText'],
): Promise<OwnLayers> {
  const read = async <T>(layer: OwnLayer, make: (path: string, text: string) => T): Promise<T | null> => {
    const path = files[layer];
    if (path === undefined) return null;
    const text = await readText(path);
    if (text === null) throw new LayerRefusal(`--${layer}: there is no file ${path}.`);
    return make(path, text);
  };
  return {
    rivers: await read('rivers', (path, text) => lineSource(path, text, riverProperties)),
    roads: await read('roads', (path, text) => lineSource(path, text, roadProperties)),
    lakes: await read('lakes', waterSource),
    land: await read('land', (path, text) => landSource(path, text, countries?.[0])),
  };
}
