import { unwrapBounds } from '../../geo/antimeridian.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';

const MAX_LATITUDE = 85;
const MIN_SPAN = 0.002;
const EXAMPLE = 'Give west,south,east,north in degrees, for example 33,33.5,43,38.5.';

function outOfRange([west, south, east, north]: LngLatBounds): string | null {
  const swapped = Math.abs(west) <= 90 && Math.abs(east) <= 90 && (Math.abs(south) > 90 || Math.abs(north) > 90);
  if (swapped) return 'a latitude lies beyond ±90°. Did you swap longitude and latitude? Longitude comes first';
  if (Math.max(Math.abs(south), Math.abs(north)) > MAX_LATITUDE)
    return `latitudes must stay within ±${MAX_LATITUDE}°, where the Mercator map ends`;
  if (Math.abs(west) > 180 || east < -180) return 'longitudes must stay within ±180°';
  if (east > 180 && east - west > 360) return 'the world is 360° wide: east must be no more than west + 360';
  return null;
}

function badOrder([west, south, east, north]: LngLatBounds): string | null {
  if (west >= east)
    return `west (${west}) must be less than east (${east}), unless the map crosses the antimeridian, as 177,-20,-178,-15 does`;
  if (south >= north) return `south (${south}) must be less than north (${north})`;
  return null;
}

function badSize([west, south, east, north]: LngLatBounds): string | null {
  if (Math.min(east - west, north - south) >= MIN_SPAN) return null;
  return `they span less than ${MIN_SPAN}°, finer than the sources`;
}

/** `w,s,e,n` as bounds, with an east beyond 180° where they cross the antimeridian; or what is wrong with it. */
export function parseBounds(text: string): LngLatBounds | { readonly problem: string } {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite))
    return { problem: `--bounds is "${text}", which is not four numbers. ${EXAMPLE}` };
  const given = [west, south, east, north] as unknown as LngLatBounds;
  const bounds = unwrapBounds(given);
  const fault = outOfRange(given) ?? badOrder(bounds) ?? badSize(bounds);
  return fault === null ? bounds : { problem: `--bounds is "${text}": ${fault}. ${EXAMPLE}` };
}

/** As they are written: an east beyond 180° as the longitude it is. */
export function boundsText([west, south, east, north]: LngLatBounds): string {
  const isWorld = east - west >= 360;
  const lng = east > 180 && !isWorld ? Number((east - 360).toFixed(6)) : east;
  return [west, south, lng, north].join(',');
}
