import type { Basemap } from '../basemap/basemap.ts';
import type { SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { type TestedScreen, viewportOf } from '../content/lint/scenes/tested-screens.ts';
import { buildMapBase, type MapBase } from '../labels/section/map-base.ts';
import { placeSection, type SectionPlacement } from '../labels/section/place-section.ts';
import type { Viewport } from '../story/scene.ts';
import type { Stop } from '../story/timeline.ts';

/** A section as it rests on one of the screens a story is tried on. */
export interface TestedPlacement {
  readonly screen: TestedScreen;
  readonly viewport: Viewport;
  readonly stop: Stop;
  readonly placement: SectionPlacement;
}

/** Places sections for several checks, each once a screen. */
export interface TestedPlacements {
  readonly base: MapBase;
  on(index: number, screen: TestedScreen): TestedPlacement;
}

export function testedPlacements({ story, timeline, dir }: SceneCheck, basemap: Basemap): TestedPlacements {
  const base = buildMapBase(basemap, story);
  const made = new Map<string, TestedPlacement>();
  const place = (index: number, screen: TestedScreen): TestedPlacement => {
    const viewport = viewportOf(screen, dir);
    const stop = timeline.stop(index, viewport);
    return { screen, viewport, stop, placement: placeSection(story, base, stop, viewport) };
  };
  return {
    base,
    on(index, screen) {
      const key = `${index} ${screen.name}`;
      const found = made.get(key) ?? place(index, screen);
      made.set(key, found);
      return found;
    },
  };
}
