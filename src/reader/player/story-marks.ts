import { isKnownKind } from '../../annotations/drawing.ts';
import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import type { PackedBasemap } from '../../basemap/packed.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { CutNames } from '../../labels/section/map-base.ts';
import type { SectionPlacement } from '../../labels/section/place-section.ts';
import { createSceneMarks, type SceneMarks } from '../../labels/section/scene-marks.ts';
import type { SceneMark } from '../../marks/mark.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { MoreKinds } from '../kinds/drawn-kinds.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import { PlacementPrefetch, type ReaderPosition } from '../placement/placement-prefetch.ts';
import { startPlacer } from '../placement/placer.ts';
import { type AnnotationLayer, createAnnotationLayer } from './annotation-layer.ts';
import { orFallBack, type TellFallback } from './fallback.ts';

/** A story's marks, and the layer that shows them. */
export interface StoryMarks {
  readonly prefetch: PlacementPrefetch;
  readonly layer: AnnotationLayer;
  /** Takes names that have come with a section's detail. */
  addNames(names: CutNames): void;
  /**
   * Marks of a scene on the reader's screen, but for sections that are not placed yet; none where they cannot be made,
   * which is told.
   * @param free makes them of a map in the reader's own hands
   */
  of(scene: Scene, free?: SceneMarks | null): readonly SceneMark[];
  /** Makes marks of the reader's own section as its map rests where they have taken the camera. */
  free(timeline: Timeline, camera: Camera): Promise<SceneMarks>;
}

interface Listeners {
  /** Called when what was missing from a scene can be shown. */
  readonly onPlaced: () => void;
  readonly onFailed: TellFallback;
}

/** What draws and places kinds that few stories have; null where the story has none of them. */
async function fetchKinds(story: Story, tell: TellFallback): Promise<MoreKinds | null> {
  if (story.sections.every(({ annotations }) => annotations.every(isKnownKind))) return null;
  const { addDrawnKinds } = await orFallBack('marks-failed', withTimeout(import('../kinds/drawn-kinds.ts')));
  return orFallBack('marks-failed', withTimeout(addDrawnKinds(story, tell)));
}

/** Names the section that could not be placed. */
const tellSection =
  ({ sections }: Story, tell: TellFallback) =>
  (index: number, cause: unknown): void =>
    tell('placement-failed', new Error(`${sections[index]?.id}: ${cause}`, { cause }));

/**
 * Makes marks of a basemap, those of the reader's own section at once. A script of its own, which comes beside the basemap:
 * the map follows its reader sooner without it.
 * @param position where the reader is now
 * @throws a `FallbackError` when `packed` is no basemap, or a script does not come
 */
export async function createStoryMarks(
  packed: PackedBasemap,
  timeline: Timeline,
  drawing: { readonly svg: SVGSVGElement; readonly grid: DrawingGrid },
  position: () => ReaderPosition,
  { onPlaced, onFailed }: Listeners,
  signal: AbortSignal,
): Promise<StoryMarks> {
  const { story } = timeline;
  const kinds = await fetchKinds(story, onFailed);
  const placer = await startPlacer(packed, story, signal, kinds);
  const told = { position, onPlaced, onFailed: tellSection(story, onFailed) };
  const prefetch = new PlacementPrefetch(placer, timeline, told);
  const sceneMarks = createSceneMarks(timeline, placer.bounds, prefetch.placementOf);
  await prefetch.begin();
  const layer = createAnnotationLayer(drawing.svg, drawing.grid);
  signal.addEventListener('abort', () => layer.destroy());
  return {
    prefetch,
    layer,
    addNames(names) {
      void placer.addNames(names);
      prefetch.renew(names.index);
    },
    of(scene, free) {
      const { viewport, isFlat } = position();
      try {
        return (free ?? sceneMarks)(scene, viewport, isFlat);
      } catch (error) {
        onFailed('marks-failed', error);
        return [];
      }
    },
    async free(freed, camera) {
      const placement: SectionPlacement = await placer.place({ ...position(), camera });
      return createSceneMarks(freed, placer.bounds, () => placement);
    },
  };
}
