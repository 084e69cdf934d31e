import { drawInventory } from './inventory.ts';
import { drawShare } from './share.ts';
import { drawTimeline } from './timeline.ts';

/** Charts by the kind of annotation they draw. */
export const CHARTS = { timeline: drawTimeline, share: drawShare, inventory: drawInventory } as const;
