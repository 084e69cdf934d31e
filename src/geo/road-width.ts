import { type Stop, valueAt } from './stops.ts';

/** Width of a great road in CSS px: far (a country), middle (a governorate), near (a town). */
export const GREAT_ROAD: readonly Stop[] = [
  [7, 1.4],
  [9.2, 2],
  [11, 2.6],
  [13, 2.6],
  [16, 8],
  [18, 14],
];

/** What the basemap draws a great road with, for marks that lie on it. */
export const roadWidth = (zoom: number): number => Math.round(valueAt(GREAT_ROAD, zoom) * 100) / 100;
