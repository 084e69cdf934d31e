import type { Viewport } from '../../story/scene.ts';
import type { Stop, Timeline } from '../../story/timeline.ts';
import type { SectionPlacement } from './place-section.ts';

/**
 * A section's placement on a screen, or null where it is not there yet.
 * @param isFlat whether the stage shows every camera from straight above
 */
export type PlacementOf = (index: number, viewport: Viewport, isFlat: boolean) => SectionPlacement | null;

/** Where a section rests on a stage that may know no pitch. */
export function stopOn(timeline: Timeline, index: number, viewport: Viewport, isFlat: boolean): Stop {
  const stop = timeline.stop(index, viewport);
  return isFlat ? { ...stop, camera: { ...stop.camera, pitch: 0 } } : stop;
}

/** Placements of a story are the same where this is. */
export const placementKey = (timeline: Timeline, index: number, viewport: Viewport, isFlat: boolean): string =>
  `${index} ${stopOn(timeline, index, viewport, isFlat).camera.pitch} ${JSON.stringify(viewport)}`;
