import type { Timeline } from '../../story/timeline.ts';
import type { MapBase } from './map-base.ts';
import { placeSection, type SectionPlacement } from './place-section.ts';
import { type PlacementOf, placementKey, stopOn } from './placements.ts';
import { createSceneMarks, type SceneMarks } from './scene-marks.ts';

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

/** A story's marks where nobody waits for placements: each is made when it is first drawn. */
export const placedSceneMarks = (timeline: Timeline, base: MapBase): SceneMarks =>
  createSceneMarks(timeline, base.bounds, createPlacements(timeline, base));
