import type { PackedBasemap } from '../../basemap/packed.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { SectionPlacement } from '../../labels/section/place-section.ts';
import type { Story } from '../../story/story.ts';
import type { PlacementRequest } from './placement-service.ts';

/** From the page to the placement worker: the story once, then requests. */
export type ToWorker =
  | { readonly type: 'start'; readonly packed: PackedBasemap; readonly story: Story }
  | { readonly type: 'place'; readonly id: number; readonly request: PlacementRequest };

/** Back: that it listens, then what was asked for, or why it could not be had. */
export type FromWorker =
  | { readonly type: 'listening' }
  | { readonly type: 'started'; readonly bounds: LngLatBounds }
  | { readonly type: 'placed'; readonly id: number; readonly placement: SectionPlacement }
  | { readonly type: 'failed'; readonly id: number | null; readonly message: string };
