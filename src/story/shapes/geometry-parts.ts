import type { Geometry, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';

export type Ring = readonly (readonly [number, number])[];

/** Each a list of rings, the outer one first. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** The polygons a geometry holds. */
export function polygonsOf(geometry: Geometry): Polygons {
  if (geometry.type === 'Polygon') return [(geometry as Polygon).coordinates as unknown as readonly Ring[]];
  if (geometry.type === 'MultiPolygon') {
    return (geometry as MultiPolygon).coordinates as unknown as readonly (readonly Ring[])[];
  }
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : [];
}

/** The pieces of a line from its start to its end, or null for a geometry that holds no line. */
export function piecesOf(geometry: Geometry): readonly Ring[] | null {
  if (geometry.type === 'LineString') return [(geometry as LineString).coordinates as unknown as Ring];
  if (geometry.type === 'MultiLineString') {
    return (geometry as MultiLineString).coordinates as unknown as readonly Ring[];
  }
  if (geometry.type !== 'GeometryCollection') return null;
  const pieces = geometry.geometries.flatMap((inner) => piecesOf(inner) ?? []);
  return pieces.length === 0 ? null : pieces;
}
