import { placeIn, unwrapLng } from '../../../geo/antimeridian.ts';
import { contains } from '../../../geo/bounds.ts';
import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';

function degrees(value: number): string {
  return String(Math.round(Math.abs(value) * 1000) / 1000);
}

function latitudeWords(lat: number): string {
  return `${degrees(lat)}°${lat < 0 ? 'S' : 'N'}`;
}

function longitudeWords(lng: number): string {
  const turned = unwrapLng(lng, 0);
  return `${degrees(turned)}°${turned < 0 ? 'W' : 'E'}`;
}

/** How a point lies outside of bounds: what was found, and the limit it passes. Null for a point inside. */
export function outsideWords(point: LngLat, bounds: LngLatBounds) {
  const [west, south, east, north] = bounds;
  const [lng, lat] = placeIn(bounds, point);
  if (lat < south) return { found: latitudeWords(lat), limit: `begins at ${latitudeWords(south)}` };
  if (lat > north) return { found: latitudeWords(lat), limit: `ends at ${latitudeWords(north)}` };
  if (lng < west) return { found: longitudeWords(lng), limit: `begins at ${longitudeWords(west)}` };
  if (lng > east) return { found: longitudeWords(lng), limit: `ends at ${longitudeWords(east)}` };
  return null;
}

/** Whether a point only makes sense the other way round. */
export function isSwapped([lng, lat]: LngLat, bounds: LngLatBounds | null): boolean {
  if (Math.abs(lat) > 90) return true;
  return bounds !== null && !contains(bounds, [lng, lat]) && contains(bounds, [lat, lng]);
}
