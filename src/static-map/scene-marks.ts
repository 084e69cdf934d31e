import { drawCrosses } from '../annotations/crosses.ts';
import { labelMarks } from '../annotations/place-labels.ts';
import { shieldMarks } from '../annotations/road-shields.ts';
import type { Basemap } from '../basemap/basemap.ts';
import type { LngLat, Projection } from '../geo/lng-lat.ts';
import { createProjection } from '../geo/mercator.ts';
import { emphasisOf } from '../story/layers.ts';
import type { Mark, MarkContext } from '../story/mark.ts';
import type { AnnotationState, Scene, Viewport } from '../story/scene.ts';
import type { Layers, Story } from '../story/story.ts';
import type { Timeline } from '../story/timeline.ts';
import { basemapEdge } from './basemap-edge.ts';
import { drawAny } from './draw-annotation.ts';
import { buildMapBase, type MapBase } from './map-base.ts';
import { placeAtRest, type RestPlacement } from './rest-placement.ts';

/**
 * All marks of a scene on a screen, in drawing order. Equal arguments give equal marks.
 * @param isFlat whether the stage shows every camera from straight above
 */
export type SceneMarks = (scene: Scene, viewport: Viewport, isFlat?: boolean) => readonly Mark[];

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
function rememberPlacements(timeline: Timeline, base: MapBase) {
  let screen = '';
  let known = new Map<string, RestPlacement>();
  return (index: number, viewport: Viewport, isFlat: boolean): RestPlacement => {
    const key = JSON.stringify(viewport);
    if (key !== screen) [screen, known] = [key, new Map()];
    const stop = timeline.stop(index, viewport);
    const pitch = isFlat ? 0 : stop.camera.pitch;
    const rest =
      known.get(`${index} ${pitch}`) ??
      placeAtRest(timeline.story, base, { ...stop, camera: { ...stop.camera, pitch } }, viewport);
    known.set(`${index} ${pitch}`, rest);
    return rest;
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
export function createSceneMarks(timeline: Timeline, basemap: Basemap): SceneMarks {
  const { story } = timeline;
  const base = buildMapBase(basemap, story);
  const origin = originOf(story);
  const placementOf = rememberPlacements(timeline, base);
  return (scene, viewport, isFlat = false) => {
    const restOf = (index: number): RestPlacement => placementOf(index, viewport, isFlat);
    const { layers } = scene;
    const projection = createProjection(scene.camera, viewport.width, viewport.height);
    const opacity = emphasisOf(layers, 'roads');
    const moment: Moment = { projection, roads: base.roads.map(({ line }) => ({ line, opacity })) };
    const crossed = emphasisOf(layers, 'crosses') * emphasisOf(layers, 'map') * (1 - layers.wash);
    const crosses = drawCrosses(projection, origin, crossed);
    const names = scene.labels.flatMap((label) => {
      const { section } = timeline.stop(label.sectionIndex, viewport);
      const shown = label.opacity * labelStrength(section.layers);
      return nameMarks(restOf(label.sectionIndex), projection, shown);
    });
    return [
      ...(crosses ? [crosses] : []),
      ...basemapEdge(base.bounds, projection),
      ...scene.annotations.flatMap((state) => annotationMarks(state, restOf(state.sectionIndex), moment)),
      ...strongest(names),
    ];
  };
}
