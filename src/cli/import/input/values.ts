import type { LngLat } from '../../../geo/lng-lat.ts';

type Members = Readonly<Record<string, unknown>>;

/** A member a value has of its own: names such as `__proto__` or `constructor` lead to nothing else. */
export function member(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Members)[name]
    : undefined;
}

export function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number, also where it is written as a string; null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

const MAX_LATITUDE = 85;

/** A point of the globe: longitudes beyond ±180 go round, what is no point is null. */
export function pointOf(lng: unknown, lat: unknown): LngLat | null {
  const [x, y] = [numberOf(lng), numberOf(lat)];
  if (x === null || y === null || Math.abs(y) > MAX_LATITUDE) return null;
  return [Number(wrapDegrees(x).toFixed(6)), Number(y.toFixed(6))];
}

/** The same direction within ±180. */
export function wrapDegrees(degrees: number): number {
  if (Math.abs(degrees) <= 180) return degrees;
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
