import type { Geometry, Position } from 'geojson';
import { boundsOf } from '../../geo/bounds.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';

/** Where geometries lie; nowhere at all is one point. */
export function extentOf(geometries: readonly Geometry[]): LngLatBounds {
  const positions = (value: unknown): readonly Position[] =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? [value as Position] : value.flatMap(positions)) : [];
  const all = geometries.flatMap((geometry) =>
    geometry.type === 'GeometryCollection'
      ? geometry.geometries.flatMap((one) => ('coordinates' in one ? positions(one.coordinates) : []))
      : positions(geometry.coordinates),
  );
  return all.length === 0 ? [0, 0, 0, 0] : boundsOf(all.map(([lng = 0, lat = 0]) => [lng, lat] as const));
}
