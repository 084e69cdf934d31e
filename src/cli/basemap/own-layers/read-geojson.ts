import type { Feature, Geometry, Position } from 'geojson';

/** A file of the author's that cannot be used, in words that say which and why. */
export class LayerRefusal extends Error {}

type Loose = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Loose => value !== null && typeof value === 'object';

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new LayerRefusal(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Features of a collection, of one feature or of a bare geometry. */
function featuresOf(value: unknown): readonly unknown[] | null {
  if (!isObject(value)) return null;
  if (value['type'] === 'FeatureCollection') return Array.isArray(value['features']) ? value['features'] : null;
  if (value['type'] === 'Feature') return [value];
  return 'coordinates' in value ? [{ type: 'Feature', properties: {}, geometry: value }] : null;
}

function positionsIn(value: unknown): unknown[][] {
  if (!Array.isArray(value)) return [];
  return Array.isArray(value[0]) ? value.flatMap(positionsIn) : [value];
}

function checkPosition(path: string, position: readonly unknown[], at: number): void {
  const [lng, lat] = position;
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
    throw new LayerRefusal(`${path}: feature ${at} has a coordinate that is not a number.`);
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 540) return;
  const found = `[${lng}, ${lat}]`;
  if (Math.abs(lat) > 1000 || Math.abs(lng) > 1000)
    throw new LayerRefusal(`${path}: feature ${at} has ${found}, which looks like metres. Reproject it to EPSG:4326.`);
  throw new LayerRefusal(`${path}: feature ${at} has ${found}. Longitude comes first, then latitude, in degrees.`);
}

/**
 * The features of a GeoJSON file that have one of these types of geometry.
 * @throws LayerRefusal where the file is none, or holds none of them
 */
export function readGeoJson(
  path: string,
  text: string,
  types: readonly Geometry['type'][],
): Feature<Geometry, Loose>[] {
  const features = featuresOf(parsed(path, text));
  if (features === null) throw new LayerRefusal(`${path} is not GeoJSON: it must be a FeatureCollection.`);
  const found = features.flatMap((one, at) => {
    const geometry = isObject(one) ? one['geometry'] : null;
    if (!isObject(one) || !isObject(geometry) || !types.includes(geometry['type'] as Geometry['type'])) return [];
    const positions = positionsIn(geometry['coordinates']);
    if (positions.length < 2) throw new LayerRefusal(`${path}: feature ${at} has no coordinates.`);
    for (const position of positions) checkPosition(path, position, at);
    const properties = isObject(one['properties']) ? one['properties'] : {};
    return [{ type: 'Feature' as const, properties, geometry: geometry as unknown as Geometry }];
  });
  if (found.length === 0) throw new LayerRefusal(`${path} holds no ${types.join(' or ')}.`);
  return found;
}

/** The lines of a feature, as `readGeoJson` gives it. */
export function linesIn(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}
