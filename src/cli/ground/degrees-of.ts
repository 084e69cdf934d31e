import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { fromWorld } from '../../geo/mercator.ts';

/** @param digits decimals that are kept */
export const roundTo = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** An upright box in Mercator units (left, top, right, bottom) as bounds in degrees. */
export function degreesOf([left, top, right, bottom]: LngLatBounds, digits: number): LngLatBounds {
  const [west, north] = fromWorld([left, top]);
  const [east, south] = fromWorld([right, bottom]);
  return [roundTo(west, digits), roundTo(south, digits), roundTo(east, digits), roundTo(north, digits)];
}
