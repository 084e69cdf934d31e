import type { Viewport } from '../../story/scene.ts';
import type { Stop, Timeline } from '../../story/timeline.ts';
import type { MapBase } from './map-base.ts';
import { placeSection, type SectionPlacement } from './place-section.ts';

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

/** Placements made when they are asked for, each once. For builds, where nobody waits for an answer. */
export function createPlacements(timeline: Timeline, base: MapBase): PlacementOf {
  const placements = new Map<string, SectionPlacement>();
  return (index, viewport, isFlat) => {
    const key = placementKey(timeline, index, viewport, isFlat);
    const stop = stopOn(timeline, index, viewport, isFlat);
    const placement = placements.get(key) ?? placeSection(timeline.story, base, stop, viewport);
    placements.set(key, placement);
    return placement;
  };
}
