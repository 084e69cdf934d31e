import { geoCircle } from 'd3';
import type { LngLat, LngLatBounds } from './lng-lat.ts';

const KM_PER_DEGREE = 111.195;

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

/** Eight points of the geodesic circle round a place. */
export function pointsAround(center: LngLat, radiusKm: number): readonly LngLat[] {
  const circle = geoCircle()
    .center([center[0], center[1]])
    .radius(radiusKm / KM_PER_DEGREE)
    .precision(45)();
  return (circle.coordinates[0] ?? []).slice(0, -1).map(([lng = 0, lat = 0]): LngLat => [lng, lat]);
}
