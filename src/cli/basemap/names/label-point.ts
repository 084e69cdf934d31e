import polylabel from 'polylabel';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { polygonAreaKm2, type Rings } from '../geometry/rings.ts';

/** Decimals of a degree that a name's place is rounded to, on a map of a country and on smaller ones. */
function decimalsFor([west, south, east, north]: LngLatBounds): number {
  return Math.max(2, Math.ceil(-Math.log10(Math.min(east - west, north - south) / 100)));
}

/** The point with most room around it inside the largest polygon, for a name. */
export function labelPoint(polygons: Rings[], bounds: LngLatBounds): readonly [number, number] | null {
  const largest = polygons.toSorted((a, b) => polygonAreaKm2(b) - polygonAreaKm2(a))[0];
  if (!largest?.[0]) return null;
  const outline = largest.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]));
  const unit = 10 ** decimalsFor(bounds);
  const [lng, lat] = polylabel(outline, 0.1 / unit);
  return [Math.round(lng * unit) / unit, Math.round(lat * unit) / unit];
}
