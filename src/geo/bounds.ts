import { destination } from './along-line.ts';
import type { LngLat, LngLatBounds } from './lng-lat.ts';

export function contains([west, south, east, north]: LngLatBounds, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

export function cornersOf([west, south, east, north]: LngLatBounds): readonly LngLat[] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

/** Points of the geodesic circle round a place, clockwise from north. */
export function pointsAround(center: LngLat, radiusKm: number, count = 8): readonly LngLat[] {
  return Array.from({ length: count }, (_, index) => destination(center, (index * 360) / count, radiusKm));
}
