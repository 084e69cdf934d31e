import { type PackedBasemap, unpackBasemap } from '../../basemap/packed.ts';
import type { Camera, LngLatBounds } from '../../geo/lng-lat.ts';
import { buildMapBase, type CutNames, withAllNames, withNames } from '../../labels/section/map-base.ts';
import { placeSection, type SectionPlacement } from '../../labels/section/place-section.ts';
import { stopOn } from '../../labels/section/placements.ts';
import type { Viewport } from '../../story/scene.ts';
import { freeTimeline } from '../../story/scenes/free-scene.ts';
import type { Story } from '../../story/story.ts';
import { buildTimeline } from '../../story/timeline.ts';

/** A section on a screen; with a camera, its map in the reader's own hands. */
export interface PlacementRequest {
  readonly index: number;
  readonly viewport: Viewport;
  /** Whether the stage shows every camera from straight above. */
  readonly isFlat: boolean;
  readonly camera?: Camera;
}

/** Places sections of a story on its basemap. Runs in a worker, or in the page where there is none. */
export interface PlacementService {
  /** Of the basemap. */
  readonly bounds: LngLatBounds;
  place(request: PlacementRequest): SectionPlacement;
  /** Takes names that have come with a section's detail. */
  addNames(names: CutNames): void;
}

/** Places sections without holding the page up. */
export interface Placer {
  /** Of the basemap. */
  readonly bounds: LngLatBounds;
  /** @throws where the section cannot be placed */
  place(request: PlacementRequest): Promise<SectionPlacement>;
  /** Sections asked for from now on are placed with these names. */
  addNames(names: CutNames): void;
}

/** @throws when `packed` is no basemap */
export function createPlacementService(packed: PackedBasemap, story: Story): PlacementService {
  let base = buildMapBase(unpackBasemap(packed), story);
  const timeline = buildTimeline(story);
  return {
    bounds: base.bounds,
    place({ index, viewport, isFlat, camera }) {
      if (!camera) return placeSection(story, base, stopOn(timeline, index, viewport, isFlat), viewport);
      const stop = stopOn(freeTimeline(timeline, camera), index, viewport, isFlat);
      return placeSection(story, withAllNames(base, index, story), stop, viewport);
    },
    addNames(names) {
      base = withNames(base, names, story);
    },
  };
}
