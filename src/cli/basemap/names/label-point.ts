import polylabel from 'polylabel';
import { polygonAreaKm2, type Rings } from '../geometry/rings.ts';

/** In degrees: finer than what a name's place is rounded to. */
const PRECISION = 0.001;

/** The point with most room around it inside the largest polygon, for a name. */
export function labelPoint(polygons: Rings[]): readonly [number, number] | null {
  const largest = polygons.toSorted((a, b) => polygonAreaKm2(b) - polygonAreaKm2(a))[0];
  if (!largest?.[0]) return null;
  const outline = largest.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]));
  const [lng, lat] = polylabel(outline, PRECISION);
  return [Math.round(lng * 100) / 100, Math.round(lat * 100) / 100];
}
