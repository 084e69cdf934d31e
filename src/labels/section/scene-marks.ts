import { isMapAnnotation } from '../../annotations/registry.ts';
import type { Camera, LngLat, Projection } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import { isSameView } from '../../geo/same-view.ts';
import { drawCrosses } from '../../marks/crosses.ts';
import type { GroupMark, Mark, SceneMark } from '../../marks/mark.ts';
import type { RestContext } from '../rest-context.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { AnnotationState, Scene, Viewport } from '../../story/scene.ts';
import type { Layers, Story } from '../../story/story.ts';
import type { Stop, Timeline } from '../../story/timeline.ts';
import { labelMarks } from '../place-labels.ts';
import { shieldMarks } from '../road-shields.ts';
import { basemapEdge } from './basemap-edge.ts';
import { drawAny } from './draw-annotation.ts';
import { createFrameMemo } from './frame-memo.ts';
import type { MapBase } from './map-base.ts';
import { placeSection, type SectionPlacement } from './place-section.ts';

export interface SceneMarks {
  /**
   * All marks of a scene on a screen, in drawing order. Equal arguments give equal marks.
   * @param isFlat whether the stage shows every camera from straight above
   */
  (scene: Scene, viewport: Viewport, isFlat?: boolean): readonly SceneMark[];
  /** Seeks the places of a section's texts beforehand, a piece at each step. */
  readonly prepare: (index: number, viewport: Viewport, isFlat: boolean) => unknown;
  /** Whether they are found. */
  readonly isPlaced: (index: number, viewport: Viewport, isFlat: boolean) => boolean;
}

/** Names fade with the map under them; a chart's wash takes them away altogether. */
function labelStrength(layers: Layers): number {
  return emphasisOf(layers, 'labels') * emphasisOf(layers, 'map') * Math.max(0, 1 - layers.wash / 0.5);
}

/** What the map under the annotations shows at this moment. */
type Moment = Pick<RestContext, 'projection' | 'roads'>;

function annotationMarks(
  { key, annotation, t }: AnnotationState,
  rest: SectionPlacement,
  moment: Moment,
): readonly Mark[] {
  const taken = rest.takenBefore[annotation.id] ?? [];
  const { marks } = drawAny(annotation, t, { ...rest.context, ...moment, taken });
  const section = key.split('/')[0] ?? '';
  return marks.map((mark) => ({ ...mark, key: `${section}/${mark.key}` }));
}

function originOf(story: Story): LngLat {
  const focus = story.focus === null ? undefined : story.places[story.focus];
  const [west, south, east, north] = story.bounds;
  return focus?.lngLat ?? [(west + east) / 2, (south + north) / 2];
}

const keyOf = (index: number, { camera }: Stop): string => `${index} ${camera.pitch}`;

/** Placements for the screen in use; another screen starts the memory afresh. */
class Placements {
  readonly #timeline: Timeline;
  readonly #base: MapBase;
  #screen: Viewport | null = null;
  #known = new Map<string, SectionPlacement>();

  constructor(timeline: Timeline, base: MapBase) {
    this.#timeline = timeline;
    this.#base = base;
  }

  of(index: number, viewport: Viewport, isFlat: boolean): SectionPlacement {
    return this.inPieces(index, viewport, isFlat);
  }

  *inPieces(index: number, viewport: Viewport, isFlat: boolean): SectionPlacement {
    if (!this.#isOnScreen(viewport)) this.#known = new Map();
    this.#screen = viewport;
    const known = this.#known;
    const stop = this.#stop(index, viewport, isFlat);
    const key = keyOf(index, stop);
    const rest = known.get(key) ?? (placeSection(this.#timeline.story, this.#base, stop, viewport));
    known.set(key, rest);
    return rest;
  }

  has(index: number, viewport: Viewport, isFlat: boolean): boolean {
    return this.#isOnScreen(viewport) && this.#known.has(keyOf(index, this.#stop(index, viewport, isFlat)));
  }

  #isOnScreen(viewport: Viewport): boolean {
    return viewport === this.#screen || JSON.stringify(viewport) === JSON.stringify(this.#screen);
  }

  #stop(index: number, viewport: Viewport, isFlat: boolean): Stop {
    const stop = this.#timeline.stop(index, viewport);
    return isFlat ? { ...stop, camera: { ...stop.camera, pitch: 0 } } : stop;
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

function nameMarks({ locator, shields, labels }: SectionPlacement, projection: Projection): readonly Mark[] {
  return [...(locator?.marks ?? []), ...shieldMarks(shields, projection), ...labelMarks(labels, projection)];
}

const groupOf = (key: string, marks: readonly Mark[], opacity: number): readonly GroupMark[] =>
  marks.length === 0 || opacity <= 0 ? [] : [{ type: 'group', key, opacity, marks }];

function groundMarks(base: MapBase, origin: LngLat, projection: Projection, crossed: number): readonly Mark[] {
  const crosses = drawCrosses(projection, origin, crossed);
  return [...(crosses ? [crosses] : []), ...basemapEdge(base.bounds, projection)];
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
  const recall = createFrameMemo();
  const group = (key: string, marks: readonly Mark[], opacity: number): readonly GroupMark[] =>
    recall.of(`group ${key}`, [marks, opacity], () => groupOf(key, marks, opacity));
  const sceneMarks = (scene: Scene, viewport: Viewport, isFlat = false): readonly SceneMark[] => {
    recall.next();
    const restOf = (index: number): SectionPlacement => placements.of(index, viewport, isFlat);
    const { layers } = scene;
    const projection = projectionOf(scene.camera, viewport);
    const opacity = emphasisOf(layers, 'roads');
    const roads = recall.of('roads', [opacity], () => base.roads.map(({ line }) => ({ line, opacity })));
    const moment: Moment = { projection, roads };
    const crossed = emphasisOf(layers, 'crosses') * emphasisOf(layers, 'map') * (1 - layers.wash);
    const ground = recall.of('ground', [projection, crossed], () => groundMarks(base, origin, projection, crossed));
    const annotations = scene.annotations.flatMap((state) => {
      const { key, annotation, t } = state;
      const rest = restOf(state.sectionIndex);
      // A chart stands still on the screen.
      const around = isMapAnnotation(annotation) ? [projection, roads] : [];
      const marks = recall.of(key, [annotation, t, rest, ...around], () => annotationMarks(state, rest, moment));
      return group(key, marks, state.opacity);
    });
    const names = scene.labels.flatMap(({ sectionIndex, opacity }) => {
      const { section } = timeline.stop(sectionIndex, viewport);
      const rest = restOf(sectionIndex);
      const key = `names ${section.id}`;
      const marks = recall.of(key, [rest, projection], () => nameMarks(rest, projection));
      return group(key, marks, opacity * labelStrength(section.layers));
    });
    return [...ground, ...annotations, ...names];
  };
  return Object.assign(sceneMarks, {
    prepare: (index: number, viewport: Viewport, isFlat: boolean) => placements.inPieces(index, viewport, isFlat),
    isPlaced: (index: number, viewport: Viewport, isFlat: boolean) => placements.has(index, viewport, isFlat),
  });
}
