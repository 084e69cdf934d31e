import type { Placed } from '../../annotations/define.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { ChartPlacement } from './parts/chart-part.ts';

/** A chart and the room it takes on the screen. */
export interface LaidOutChart {
  readonly placement: ChartPlacement;
  readonly box: Box;
}

/** What a layout comes to for the section: names keep clear of the whole chart. */
export const placedChart = (laidOut: LaidOutChart | null): Placed<ChartPlacement> | null =>
  laidOut && { placement: laidOut.placement, boxes: [laidOut.box] };
