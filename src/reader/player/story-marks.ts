import type { Basemap } from '../../basemap/basemap.ts';
import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import { type PackedBasemap, unpackBasemap } from '../../basemap/packed.ts';
import { type MapBase, buildMapBase } from '../../labels/section/map-base.ts';
import { createSceneMarks } from '../../labels/section/scene-marks.ts';
import type { SceneMark } from '../../marks/mark.ts';
import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import { inTasks } from '../loading/idle.ts';
import { LookAhead, type MarksPlace } from '../loading/placement-prefetch.ts';
import { type AnnotationLayer, createAnnotationLayer } from './annotation-layer.ts';

/** A story's marks, and the layer that shows them. */
export interface StoryMarks {
  readonly basemap: Basemap;
  readonly base: MapBase;
  readonly ahead: LookAhead;
  readonly layer: AnnotationLayer;
  /** Marks of a scene on the reader's screen, but for those whose places are still sought. */
  of(scene: Scene): readonly SceneMark[];
}

/** What a page first writes by its language takes longer than a frame, whatever it is: now, and not amid a scroll. */
function firstFigure({ count }: Timeline): void {
  count.toLocaleString();
}

/**
 * Makes marks of a basemap, those of the reader's own section at once. A script of its own, which comes beside the basemap:
 * the map follows its reader sooner without it.
 * @param place where the reader is now
 * @param onPlaced called when what was missing from a scene can be shown
 * @throws when it is called off
 */
export async function createStoryMarks(
  packed: PackedBasemap,
  timeline: Timeline,
  drawing: { readonly svg: SVGSVGElement; readonly grid: DrawingGrid },
  place: () => MarksPlace,
  onPlaced: () => void,
  signal: AbortSignal,
): Promise<StoryMarks> {
  await inTasks(firstFigure(timeline), signal);
  const basemap = unpackBasemap(packed);
  const base = await inTasks(buildMapBase(basemap, timeline.story), signal);
  const sceneMarks = createSceneMarks(timeline, base);
  const { index, viewport, isFlat } = place();
  await inTasks(sceneMarks.prepare(index, viewport, isFlat), signal);
  const layer = createAnnotationLayer(drawing.svg, drawing.grid);
  signal.addEventListener('abort', () => layer.destroy());
  const ahead = new LookAhead({ ...sceneMarks, count: timeline.count }, { place, onPlaced, signal });
  const of: StoryMarks['of'] = (scene) => sceneMarks(ahead.placed(scene), place().viewport, place().isFlat);
  return { basemap, base, ahead, layer, of };
}
