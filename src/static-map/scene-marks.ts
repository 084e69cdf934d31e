import { drawCrosses } from '../annotations/crosses.ts';
import { labelMarks } from '../annotations/place-labels.ts';
import { shieldMarks } from '../annotations/road-shields.ts';
import type { Camera, LngLat, Projection } from '../geo/lng-lat.ts';
import { createProjection } from '../geo/mercator.ts';
import { isSameView } from '../geo/same-view.ts';
import { allAtOnce, type InPieces } from '../story/in-pieces.ts';
import { emphasisOf } from '../story/layers.ts';
import type { Mark, MarkContext } from '../story/mark.ts';
import type { AnnotationState, Scene, Viewport } from '../story/scene.ts';
import type { Layers, Story } from '../story/story.ts';
import type { Timeline } from '../story/timeline.ts';
import { basemapEdge } from './basemap-edge.ts';
import { drawAny } from './draw-annotation.ts';
import type { MapBase } from './map-base.ts';
import { createRecall } from './recall.ts';
import { placeAtRest, type RestPlacement } from './rest-placement.ts';

export interface SceneMarks {
  /**
   * All marks of a scene on a screen, in drawing order. Equal arguments give equal marks.
   * @param isFlat whether the stage shows every camera from straight above
   */
  (scene: Scene, viewport: Viewport, isFlat?: boolean): readonly Mark[];
  /** Seeks the places of a section's texts beforehand, a piece at each step. */
  readonly prepare: (index: number, viewport: Viewport, isFlat: boolean) => InPieces<unknown>;
}

const faded = (mark: Mark, key: string, opacity: number): Mark => {
  const together = (mark.opacity ?? 1) * opacity;
  return together < 1 ? { ...mark, key, opacity: together } : { ...mark, key };
};

/** Names fade with the map under them; a chart's wash takes them away altogether. */
function labelStrength(layers: Layers): number {
  return emphasisOf(layers, 'labels') * emphasisOf(layers, 'map') * Math.max(0, 1 - layers.wash / 0.5);
}

/** What the map under the annotations shows at this moment. */
type Moment = Pick<MarkContext, 'projection' | 'roads'>;

function annotationMarks(state: AnnotationState, rest: RestPlacement, moment: Moment): readonly Mark[] {
  const { annotation, t, opacity } = state;
  const taken = rest.takenBefore[annotation.id] ?? [];
  const { marks } = drawAny(annotation, t, { ...rest.context, ...moment, taken });
  const section = state.key.split('/')[0] ?? '';
  return marks.map((mark) => faded(mark, `${section}/${mark.key}`, opacity));
}

/** A name that stands on the same side of its place in two sections is one mark; it must not be drawn twice. */
function strongest(marks: readonly Mark[]): readonly Mark[] {
  const byKey = new Map<string, Mark>();
  for (const mark of marks) {
    const other = byKey.get(mark.key);
    if (!other || (other.opacity ?? 1) <= (mark.opacity ?? 1)) byKey.set(mark.key, mark);
  }
  return [...byKey.values()];
}

function originOf(story: Story): LngLat {
  const focus = story.focus === null ? undefined : story.places[story.focus];
  const [west, south, east, north] = story.bounds;
  return focus?.lngLat ?? [(west + east) / 2, (south + north) / 2];
}

/** Placements for the screen in use; another screen starts the memory afresh. */
class Placements {
  readonly #timeline: Timeline;
  readonly #base: MapBase;
  #screen: Viewport | null = null;
  #known = new Map<string, RestPlacement>();

  constructor(timeline: Timeline, base: MapBase) {
    this.#timeline = timeline;
    this.#base = base;
  }

  of(index: number, viewport: Viewport, isFlat: boolean): RestPlacement {
    return allAtOnce(this.inPieces(index, viewport, isFlat));
  }

  *inPieces(index: number, viewport: Viewport, isFlat: boolean): InPieces<RestPlacement> {
    if (viewport !== this.#screen && JSON.stringify(viewport) !== JSON.stringify(this.#screen)) this.#known = new Map();
    this.#screen = viewport;
    const known = this.#known;
    const { story } = this.#timeline;
    const stop = this.#timeline.stop(index, viewport);
    const camera = isFlat ? { ...stop.camera, pitch: 0 } : stop.camera;
    const key = `${index} ${camera.pitch}`;
    const rest = known.get(key) ?? (yield* placeAtRest(story, this.#base, { ...stop, camera }, viewport));
    known.set(key, rest);
    return rest;
  }
}

/** One projection for as long as the camera stands: what was drawn with it still holds. */
function rememberProjection(): (camera: Camera, viewport: Viewport) => Projection {
  let known: Projection | null = null;
  return (camera, { width, height }) => {
    if (!known || !isSameView(known, { camera, width, height })) known = createProjection(camera, width, height);
    return known;
  };
}

function nameMarks(
  { locator, shields, labels }: RestPlacement,
  projection: Projection,
  shown: number,
): readonly Mark[] {
  return [
    ...(locator?.marks ?? []).map((mark) => faded(mark, mark.key, shown)),
    ...shieldMarks(shields, projection, shown),
    ...labelMarks(labels, projection, shown),
  ];
}

/**
 * Composes a story's marks for any scene. What depends only on section and screen is decided once and remembered, so
 * names keep their places while the camera travels.
 */
export function createSceneMarks(timeline: Timeline, base: MapBase): SceneMarks {
  const { story } = timeline;
  const origin = originOf(story);
  const placements = new Placements(timeline, base);
  const projectionOf = rememberProjection();
  const recall = createRecall();
  const sceneMarks = (scene: Scene, viewport: Viewport, isFlat = false): readonly Mark[] => {
    recall.next();
    const restOf = (index: number): RestPlacement => placements.of(index, viewport, isFlat);
    const { layers } = scene;
    const projection = projectionOf(scene.camera, viewport);
    const opacity = emphasisOf(layers, 'roads');
    const roads = recall.of('roads', [opacity], () => base.roads.map(({ line }) => ({ line, opacity })));
    const moment: Moment = { projection, roads };
    const crossed = emphasisOf(layers, 'crosses') * emphasisOf(layers, 'map') * (1 - layers.wash);
    const ground = recall.of('ground', [projection, crossed], () => {
      const crosses = drawCrosses(projection, origin, crossed);
      return [...(crosses ? [crosses] : []), ...basemapEdge(base.bounds, projection)];
    });
    const annotations = scene.annotations.flatMap((state) => {
      const { key, annotation, t, opacity: shown } = state;
      const rest = restOf(state.sectionIndex);
      const causes = [annotation, t, shown, rest, projection, roads];
      return recall.of(key, causes, () => annotationMarks(state, rest, moment));
    });
    const names = scene.labels.flatMap((label) => {
      const { section } = timeline.stop(label.sectionIndex, viewport);
      const shown = label.opacity * labelStrength(section.layers);
      const rest = restOf(label.sectionIndex);
      return recall.of(`names ${label.sectionIndex}`, [shown, rest, projection], () =>
        nameMarks(rest, projection, shown),
      );
    });
    return [...ground, ...annotations, ...strongest(names)];
  };
  return Object.assign(sceneMarks, {
    prepare: (index: number, viewport: Viewport, isFlat: boolean) => placements.inPieces(index, viewport, isFlat),
  });
}
