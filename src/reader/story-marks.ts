import type { Basemap } from '../basemap/basemap.ts';
import { type PackedBasemap, unpackBasemap } from '../basemap/packed.ts';
import type { DrawingGrid } from '../static-map/drawing-transform.ts';
import { type MapBase, mapBaseInPieces } from '../static-map/map-base.ts';
import { createSceneMarks, type SceneMarks } from '../static-map/scene-marks.ts';
import type { InPieces } from '../story/in-pieces.ts';
import type { Viewport } from '../story/scene.ts';
import type { Timeline } from '../story/timeline.ts';
import { type AnnotationLayer, createAnnotationLayer } from './annotation-layer.ts';
import { inTasks } from './idle.ts';

/** A story's marks, and the layer that shows them. */
export interface StoryMarks {
  readonly basemap: Basemap;
  readonly base: MapBase;
  readonly of: SceneMarks;
  readonly layer: AnnotationLayer;
}

/** Where the reader is. */
export interface MarksPlace {
  readonly index: number;
  readonly viewport: Viewport;
  readonly isFlat: boolean;
}

/** What a page first writes by its language takes longer than a frame, whatever it is: now, and not amid a scroll. */
function* firstFigure({ count }: Timeline): InPieces<string> {
  return count.toLocaleString();
}

/**
 * Makes marks of a basemap, those of the reader's own section at once. A script of its own, which comes beside the basemap:
 * the map follows its reader sooner without it.
 * @throws when it is called off
 */
export async function createStoryMarks(
  packed: PackedBasemap,
  timeline: Timeline,
  drawing: { readonly svg: SVGSVGElement; readonly grid: DrawingGrid },
  { index, viewport, isFlat }: MarksPlace,
  signal: AbortSignal,
): Promise<StoryMarks> {
  await inTasks(firstFigure(timeline), signal);
  const basemap = unpackBasemap(packed);
  const base = await inTasks(mapBaseInPieces(basemap, timeline.story), signal);
  const of = createSceneMarks(timeline, base);
  await inTasks(of.prepare(index, viewport, isFlat), signal);
  const layer = createAnnotationLayer(drawing.svg, drawing.grid);
  signal.addEventListener('abort', () => layer.destroy());
  return { basemap, base, of, layer };
}
