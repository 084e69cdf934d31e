import type { Feature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import type { DrawingGrid } from '../drawing/drawing-transform.ts';
import { gridPoint, UNITS_PER_PX } from '../drawing/grid-around.ts';

type Simplifiable = Parameters<typeof presimplify>[0];

/** Bends of less than this many square pixels nobody sees; on a coarser grid, of so much more. */
const MIN_BEND = 0.3;
function onGrid(geometry: Geometry, grid: DrawingGrid): Geometry {
  const point = (position: Position): Position => gridPoint(position, grid).map(Math.round);
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: point(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(point) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(point)) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(point))) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((one) => onGrid(one, grid)) };
  }
}

/**
 * Geometries on a grid, each with as many points as can be seen: borders that two share are simplified once, so that no gap
 * opens between them.
 */
export function gridShapes(
  geometries: readonly Geometry[],
  grid: DrawingGrid,
  unitsPerPx: number = UNITS_PER_PX,
): ReadonlyMap<Geometry, Geometry> {
  const collection = {
    type: 'FeatureCollection',
    features: geometries.map(
      (geometry): Feature => ({ type: 'Feature', properties: {}, geometry: onGrid(geometry, grid) }),
    ),
  } as const;
  const shared = topology({ shapes: collection }) as unknown as Topology;
  const weighed = presimplify(shared as unknown as Simplifiable);
  const simple = simplify(weighed, MIN_BEND * UNITS_PER_PX * unitsPerPx) as unknown as Topology;
  const object = simple.objects['shapes'] as Parameters<typeof feature>[1];
  const made = feature(simple, object) as unknown as { readonly features: readonly Feature[] };
  return new Map(geometries.map((geometry, index) => [geometry, made.features[index]?.geometry ?? geometry]));
}
