import type { Geometry, Position } from 'geojson';
import { piecesOf, polygonsOf } from '../../story/shapes/geometry-parts.ts';
import { wound } from '../detail/publish-detail.ts';
import { gridPath } from '../drawing/grid-path.ts';

/** Outer rings one way round, holes the other. */
export const ringsOf = (geometry: Geometry) =>
  polygonsOf(geometry).flatMap((polygon) => polygon.map((ring, index) => wound(ring, index > 0)));

/** Rings and lines as path data. */
export const linePath = (geometries: readonly Geometry[]): string => {
  const rings = geometries.flatMap(ringsOf);
  const lines = geometries.flatMap((geometry) => piecesOf(geometry) ?? []);
  return gridPath([...rings, ...lines], false);
};

export function pointsIn(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(pointsIn) : [];
}
