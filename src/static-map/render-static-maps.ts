import type { Basemap } from '../basemap/basemap.ts';
import type { Story } from '../story/story.ts';
import type { DrawingGrid } from './drawing-transform.ts';
import { buildFigureTimeline } from './figure-timeline.ts';
import { renderStaticMap, type StaticMapSize } from './render-static-map.ts';
import { createSceneMarks } from './scene-marks.ts';
import { drawStoryBasemap } from './story-drawing.ts';

export interface StaticMaps {
  /** The drawing all maps use; it stands in the page once, before them. */
  readonly defs: string;
  readonly grid: DrawingGrid;
  /** SVG by section id. */
  readonly maps: ReadonlyMap<string, string>;
}

export interface StaticMapsOptions {
  readonly dir: 'ltr' | 'rtl';
  /** Credits the maps must show, in one line. */
  readonly attribution: string;
  readonly size?: StaticMapSize;
}

/** Every section's resting map, and the drawing they share. */
export function renderStaticMaps(story: Story, basemap: Basemap, options: StaticMapsOptions): StaticMaps {
  const { grid, defs } = drawStoryBasemap(basemap, story);
  const timeline = buildFigureTimeline(story);
  const sceneMarks = createSceneMarks(timeline, basemap);
  const maps = timeline.story.sections.map(
    (section) => [section.id, renderStaticMap({ ...options, timeline, sceneMarks, grid, section })] as const,
  );
  return { defs, grid, maps: new Map(maps) };
}
