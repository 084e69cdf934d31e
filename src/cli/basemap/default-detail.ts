import type { LngLatBounds } from '../../geo/lng-lat.ts';

const KM_PER_DEGREE = 111.2;
const METRES_PER_KM_OF_EXTENT = 0.15;

/** Metres of detail worth keeping: about 130 for a map nine hundred kilometres wide, in proportion for others. */
export function defaultDetail([west, south, east, north]: LngLatBounds): number {
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const spanKm = Math.max((east - west) * Math.cos(middle), north - south) * KM_PER_DEGREE;
  return Math.max(20, Math.round((spanKm * METRES_PER_KM_OF_EXTENT) / 10) * 10);
}
