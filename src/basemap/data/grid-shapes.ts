import type { Feature, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { toWorld } from '../../geo/mercator.ts';
import type { DrawingGrid } from '../drawing/drawing-transform.ts';

type Simplifiable = Parameters<typeof presimplify>[0];

/** Grid units in a pixel at the nearest zoom the shapes are seen at. */
const UNITS_PER_PX = 2;
/** Bends of less than this many square pixels nobody sees. */
const MIN_BEND = 0.3;
/** From the whole world to one street. */
const MAX_ZOOM = 18;

/** A grid for shapes that are seen at a zoom and farther off; its origin is their north-west corner. */
export function gridAround([west, , , north]: LngLatBounds, zoom: number): DrawingGrid {
  const size = 512 * 2 ** Math.min(MAX_ZOOM, Math.max(0, Math.ceil(zoom))) * UNITS_PER_PX;
  const [x, y] = toWorld([west, Math.min(85, north)]);
  return { x: Math.round(x * size) / size, y: Math.round(y * size) / size, size };
}

/** Poles lie infinitely far off. */
const MAX_LAT = 85;

export function gridPoint([lng = 0, lat = 0]: Position, grid: DrawingGrid): [number, number] {
  const [x, y] = toWorld([lng, Math.max(-MAX_LAT, Math.min(MAX_LAT, lat))]);
  return [(x - grid.x) * grid.size, (y - grid.y) * grid.size];
}

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
export function gridShapes(geometries: readonly Geometry[], grid: DrawingGrid): ReadonlyMap<Geometry, Geometry> {
  const collection = {
    type: 'FeatureCollection',
    features: geometries.map(
      (geometry): Feature => ({ type: 'Feature', properties: {}, geometry: onGrid(geometry, grid) }),
    ),
  } as const;
  const shared = topology({ shapes: collection }) as unknown as Topology;
  const weighed = presimplify(shared as unknown as Simplifiable);
  const simple = simplify(weighed, MIN_BEND * UNITS_PER_PX ** 2) as unknown as Topology;
  const object = simple.objects['shapes'] as Parameters<typeof feature>[1];
  const made = feature(simple, object) as unknown as { readonly features: readonly Feature[] };
  return new Map(geometries.map((geometry, index) => [geometry, made.features[index]?.geometry ?? geometry]));
}
