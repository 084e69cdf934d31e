import type { LngLatBounds } from '../../geo/lng-lat.ts';

const MAX_LATITUDE = 85;
const MAX_SPAN = 60;
const MIN_SPAN = 0.2;
const EXAMPLE = 'Give west,south,east,north in degrees, for example 33,33.5,43,38.5.';

function outOfRange([west, south, east, north]: LngLatBounds): string | null {
  const swapped = Math.abs(west) <= 90 && Math.abs(east) <= 90 && (Math.abs(south) > 90 || Math.abs(north) > 90);
  if (swapped) return 'a latitude lies beyond ±90°. Did you swap longitude and latitude? Longitude comes first';
  if (Math.max(Math.abs(south), Math.abs(north)) > MAX_LATITUDE)
    return `latitudes must stay within ±${MAX_LATITUDE}°, where the Mercator map ends`;
  if (Math.max(Math.abs(west), Math.abs(east)) > 180)
    return 'longitudes must stay within ±180°. A map across the antimeridian cannot be made';
  return null;
}

function badOrder([west, south, east, north]: LngLatBounds): string | null {
  if (west > east && west > 0 && east < 0)
    return 'west is greater than east. If the area crosses the antimeridian: such a map cannot be made';
  if (west >= east) return `west (${west}) must be less than east (${east})`;
  if (south >= north) return `south (${south}) must be less than north (${north})`;
  return null;
}

function badSize([west, south, east, north]: LngLatBounds): string | null {
  const span = Math.max(east - west, north - south);
  if (span > MAX_SPAN) return `they span ${span}°; a basemap may span at most ${MAX_SPAN}°`;
  if (Math.min(east - west, north - south) < MIN_SPAN)
    return `they span less than ${MIN_SPAN}°, finer than the sources`;
  return null;
}

/** `w,s,e,n` as bounds, or what is wrong with it. */
export function parseBounds(text: string): LngLatBounds | { readonly problem: string } {
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.map((part) => (part === '' ? Number.NaN : Number(part)));
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite))
    return { problem: `--bounds is "${text}", which is not four numbers. ${EXAMPLE}` };
  const bounds = [west, south, east, north] as unknown as LngLatBounds;
  const fault = outOfRange(bounds) ?? badOrder(bounds) ?? badSize(bounds);
  return fault === null ? bounds : { problem: `--bounds is "${text}": ${fault}. ${EXAMPLE}` };
}
