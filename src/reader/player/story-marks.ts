import type { Basemap } from '../../basemap/basemap.ts';
import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import { type PackedBasemap, unpackBasemap } from '../../basemap/packed.ts';
import { type MapBase, mapBaseInPieces } from '../../labels/section/map-base.ts';
import { createSceneMarks, type SceneMarks } from '../../labels/section/scene-marks.ts';
import type { SceneMark } from '../../marks/mark.ts';
import type { InPieces } from '../../story/in-pieces.ts';
import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import { orFallBack, type TellFallback } from '../fallback.ts';
import { inTasks } from '../loading/idle.ts';
import { LookAhead, type MarksPlace } from '../loading/placement-prefetch.ts';
import { type AnnotationLayer, createAnnotationLayer } from './annotation-layer.ts';

/** A story's marks, and the layer that shows them. */
export interface StoryMarks {
  readonly basemap: Basemap;
  readonly base: MapBase;
  readonly ahead: LookAhead;
  readonly layer: AnnotationLayer;
  /**
   * Marks of a scene on the reader's screen, but for those whose places are still sought; none where they cannot be made,
   * which is told.
   * @param free makes them of a map in the reader's own hands
   */
  of(scene: Scene, free?: SceneMarks | null): readonly SceneMark[];
}

interface Listeners {
  /** Called when what was missing from a scene can be shown. */
  readonly onPlaced: () => void;
  readonly onFailed: TellFallback;
}

/** What a page first writes by its language takes longer than a frame, whatever it is: now, and not amid a scroll. */
function* firstFigure({ count }: Timeline): InPieces<void> {
  count.toLocaleString();
  yield;
}

/**
 * Makes marks of a basemap, those of the reader's own section at once. A script of its own, which comes beside the basemap:
 * the map follows its reader sooner without it.
 * @param place where the reader is now
 * @throws when it is called off, and a `FallbackError` when `packed` is no basemap
 */
export async function createStoryMarks(
  packed: PackedBasemap,
  timeline: Timeline,
  drawing: { readonly svg: SVGSVGElement; readonly grid: DrawingGrid },
  place: () => MarksPlace,
  { onPlaced, onFailed }: Listeners,
  signal: AbortSignal,
): Promise<StoryMarks> {
  await inTasks(firstFigure(timeline), signal);
  const basemap = await orFallBack('basemap-failed', Promise.resolve(packed).then(unpackBasemap));
  const base = await inTasks(mapBaseInPieces(basemap, timeline.story), signal);
  const sceneMarks = createSceneMarks(timeline, base);
  const failed = (index: number, cause: unknown): void => {
    const { id } = timeline.story.sections[index] ?? { id: '' };
    onFailed('placement-failed', new Error(`${id}: ${cause}`, { cause }));
    // The rest of the scene.
    onPlaced();
  };
  const ahead = new LookAhead({ ...sceneMarks, count: timeline.count }, { place, onPlaced, onFailed: failed, signal });
  await ahead.begin();
  const layer = createAnnotationLayer(drawing.svg, drawing.grid);
  signal.addEventListener('abort', () => layer.destroy());
  const of: StoryMarks['of'] = (scene, free) => {
    const { viewport, isFlat } = place();
    try {
      return free ? free(scene, viewport, isFlat) : sceneMarks(ahead.placed(scene), viewport, isFlat);
    } catch (error) {
      onFailed('marks-failed', error);
      return [];
    }
  };
  return { basemap, base, ahead, layer, of };
}
