import type { Feature, Geometry } from 'geojson';
import { DEPTHS } from '../../../content/geometry/exact-geometry.ts';
import type { LngLat } from '../../../geo/lng-lat.ts';
import { listOf, member, pointOf, stringOf } from '../input/values.ts';

const MAX_DEPTH = 6;

/** Coordinates of any depth with longitudes and latitudes that the earth has; null where they are none. */
function coordinatesOf(value: unknown, depth = 0): unknown {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return null;
  if (!Array.isArray(value[0])) return pointOf(value[0], value[1]);
  const inner = value.map((item) => coordinatesOf(item, depth + 1));
  return inner.some((item) => item === null) ? null : inner;
}

const depthOf = (value: unknown): number =>
  Array.isArray(value) && Array.isArray(value[0]) ? 1 + depthOf(value[0]) : 0;

function geometryOf(value: unknown): Geometry | null {
  const type = stringOf(member(value, 'type'));
  if (type === 'GeometryCollection') {
    const geometries = listOf(member(value, 'geometries')).flatMap((inner) => geometryOf(inner) ?? []);
    return geometries.length === 0 ? null : { type, geometries };
  }
  const coordinates = coordinatesOf(member(value, 'coordinates'));
  return coordinates === null || DEPTHS[type] !== depthOf(coordinates) ? null : ({ type, coordinates } as Geometry);
}

function propertiesOf(value: unknown): Record<string, unknown> {
  const properties = member(value, 'properties');
  return properties !== null && typeof properties === 'object' ? { ...properties } : {};
}

/** The features of any GeoJSON value that have a shape on the globe. */
export function featuresOf(value: unknown): readonly Feature[] {
  const type = stringOf(member(value, 'type'));
  if (type === 'FeatureCollection') return listOf(member(value, 'features')).flatMap(featuresOf);
  const geometry = geometryOf(type === 'Feature' ? member(value, 'geometry') : value);
  if (geometry === null) return [];
  return [{ type: 'Feature', properties: propertiesOf(value), geometry }];
}

/** The points of the first line in a GeoJSON value, or of a plain list of points. */
export function lineOf(value: unknown): readonly LngLat[] | null {
  const [first] = featuresOf(Array.isArray(value) ? { type: 'LineString', coordinates: value } : value).flatMap(
    ({ geometry }) => {
      if (geometry.type === 'LineString') return [geometry.coordinates];
      return geometry.type === 'MultiLineString' ? [geometry.coordinates.flat()] : [];
    },
  );
  return first === undefined || first.length < 2 ? null : (first as unknown as readonly LngLat[]);
}
