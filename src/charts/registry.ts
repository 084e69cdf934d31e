import type { MarkContext } from '../marks/mark.ts';
import type { InventoryAnnotation, ShareAnnotation, TimelineAnnotation } from '../story/story.ts';
import { drawInventory } from './inventory/inventory.ts';
import { drawShare } from './share.ts';
import { drawTimeline, prepareTimeline } from './timeline/timeline.ts';

/** Charts by the kind of annotation they draw. */
export const CHARTS = { timeline: drawTimeline, share: drawShare, inventory: drawInventory } as const;

/** Lays a chart out beforehand where that takes longer than a frame has time for, a piece at each step. */
export function prepareChart(
  chart: TimelineAnnotation | ShareAnnotation | InventoryAnnotation,
  context: MarkContext,
): void {
  if (chart.kind === 'timeline') prepareTimeline(chart, context);
}
