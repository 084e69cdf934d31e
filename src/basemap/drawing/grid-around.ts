import type { Position } from 'geojson';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { toWorld } from '../../geo/mercator.ts';
import type { DrawingGrid } from './drawing-transform.ts';

/** Grid units in a pixel at the nearest zoom the shapes are seen at. */
export const UNITS_PER_PX = 2;
/** From the whole world to one street. */
const MAX_ZOOM = 18;
/** Poles lie infinitely far off. */
const MAX_LAT = 85;

/** A grid for shapes that are seen at a zoom and farther off; its origin is their north-west corner. */
export function gridAround(
  [west, , , north]: LngLatBounds,
  zoom: number,
  unitsPerPx: number = UNITS_PER_PX,
): DrawingGrid {
  const size = 512 * 2 ** Math.min(MAX_ZOOM, Math.max(0, Math.ceil(zoom))) * unitsPerPx;
  const [x, y] = toWorld([west, Math.min(MAX_LAT, north)]);
  return { x: Math.round(x * size) / size, y: Math.round(y * size) / size, size };
}

export function gridPoint([lng = 0, lat = 0]: Position, grid: DrawingGrid): [number, number] {
  const [x, y] = toWorld([lng, Math.max(-MAX_LAT, Math.min(MAX_LAT, lat))]);
  return [(x - grid.x) * grid.size, (y - grid.y) * grid.size];
}
