import { drawAnnotation } from '../../annotations/drawing.ts';
import { isSameView } from '../../geo/camera/same-view.ts';
import type { LngLat, LngLatBounds, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import { drawCrosses } from '../../marks/crosses.ts';
import type { GroupMark, Mark, SceneMark } from '../../marks/mark.ts';
import { restProjectionOf } from '../../story/camera/rest-projection.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { AnnotationState, Scene, Viewport } from '../../story/scene.ts';
import { tintedAreas } from '../../story/shapes/tinted-areas.ts';
import type { Layers, Story } from '../../story/story.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { View } from '../rest-context.ts';
import { shieldMarks } from '../road-shields.ts';
import { streetMarks } from '../streets/street-marks.ts';
import { labelMarks } from '../towns/place-labels.ts';
import { bareTints } from './bare-tints.ts';
import { basemapEdge } from './basemap-edge.ts';
import { createFrameMemo, type FrameMemo } from './frame-memo.ts';
import type { SectionPlacement } from './place-section.ts';
import { type PlacementOf, placementKey, stopOn } from './placements.ts';
import { screenContext } from './screen-context.ts';

/**
 * All marks of a scene on a screen, in drawing order. Equal arguments give equal marks, but for sections that are not
 * placed yet: those have none.
 * @param isFlat whether the stage shows every camera from straight above
 */
export type SceneMarks = (scene: Scene, viewport: Viewport, isFlat?: boolean) => readonly SceneMark[];

/** Names fade with the map under them; a chart's wash takes them away altogether. */
function labelStrength(layers: Layers): number {
  return emphasisOf(layers, 'labels') * emphasisOf(layers, 'map') * Math.max(0, 1 - layers.wash / 0.5);
}

function annotationMarks({ key, annotation, t }: AnnotationState, placement: unknown, view: View): readonly Mark[] {
  const section = key.split('/')[0] ?? '';
  return drawAnnotation(annotation, placement, t, view).map((mark) => ({ ...mark, key: `${section}/${mark.key}` }));
}

function originOf(story: Story): LngLat {
  const focus = story.focus === null ? undefined : story.places[story.focus];
  const [west, south, east, north] = story.bounds;
  return focus?.lngLat ?? [(west + east) / 2, (south + north) / 2];
}

/** One projection for as long as the camera stands: what was drawn with it still holds. */
function memoizeProjection(): (scene: Scene, viewport: Viewport) => Projection {
  let latest: { readonly projection: Projection; readonly middle: ScreenPoint } | null = null;
  return ({ camera, middle }, { width, height }) => {
    const isSame =
      latest?.middle[0] === middle[0] &&
      latest.middle[1] === middle[1] &&
      isSameView(latest.projection, { camera, width, height });
    if (!latest || !isSame) latest = { projection: createProjection(camera, width, height, middle), middle };
    return latest.projection;
  };
}

function nameMarks({ locator, shields, labels, streets }: SectionPlacement, projection: Projection): readonly Mark[] {
  return [
    ...(locator?.marks ?? []),
    ...streetMarks(streets, projection),
    ...shieldMarks(shields, projection),
    ...labelMarks(labels, projection),
  ];
}

const groupOf = (key: string, marks: readonly Mark[], opacity: number): readonly GroupMark[] =>
  marks.length === 0 || opacity <= 0 ? [] : [{ type: 'group', key, opacity, marks }];

function mapMarks(bounds: LngLatBounds, origin: LngLat, projection: Projection, crossed: number): readonly Mark[] {
  const crosses = drawCrosses(projection, origin, crossed);
  return [...(crosses ? [crosses] : []), ...basemapEdge(bounds, projection)];
}

/** What a section's annotations are drawn in, but for the moment. */
function memoizeRestView(timeline: Timeline, memo: FrameMemo) {
  return (index: number, viewport: Viewport, isFlat: boolean) =>
    memo.get(`rest ${index}`, [placementKey(timeline, index, viewport, isFlat)], () => {
      const stop = stopOn(timeline, index, viewport, isFlat);
      const restProjection = restProjectionOf(stop, viewport);
      return { ...screenContext(timeline.story, stop, viewport), restProjection };
    });
}

/**
 * Draws a story's marks for any scene. Where everything stands is decided at rest (`placeSection`), so names keep their
 * places while the camera travels.
 * @param bounds of the basemap, which fades out there
 */
export function createSceneMarks(timeline: Timeline, bounds: LngLatBounds, placementOf: PlacementOf): SceneMarks {
  const origin = originOf(timeline.story);
  const areas = tintedAreas(timeline.story);
  const projectionOf = memoizeProjection();
  const memo = createFrameMemo();
  const restViewOf = memoizeRestView(timeline, memo);
  const group = (key: string, marks: readonly Mark[], opacity: number): readonly GroupMark[] =>
    memo.get(`group ${key}`, [marks, opacity], () => groupOf(key, marks, opacity));
  return (scene, viewport, isFlat = false) => {
    memo.next();
    const { layers } = scene;
    const projection = projectionOf(scene, viewport);
    const crossed = emphasisOf(layers, 'crosses') * emphasisOf(layers, 'map') * (1 - layers.wash);
    const map = memo.get('map', [projection, crossed], () => mapMarks(bounds, origin, projection, crossed));
    const annotations = scene.annotations.flatMap((state) => {
      const { key, annotation, t, sectionIndex } = state;
      const placement = placementOf(sectionIndex, viewport, isFlat)?.annotations[annotation.id];
      if (placement === undefined) return [];
      const rest = restViewOf(sectionIndex, viewport, isFlat);
      const deps = annotation.space === 'map' ? [projection] : [];
      const marks = memo.get(key, [annotation, t, placement, rest, ...deps], () =>
        annotationMarks(state, placement, { ...rest, projection }),
      );
      return group(key, marks, state.opacity);
    });
    const names = scene.labels.flatMap(({ sectionIndex, opacity }) => {
      const placement = placementOf(sectionIndex, viewport, isFlat);
      if (placement === null) return [];
      const { section } = timeline.stop(sectionIndex, viewport);
      const key = `names ${section.id}`;
      const marks = memo.get(key, [placement, projection], () => nameMarks(placement, projection));
      return group(key, marks, opacity * labelStrength(section.layers));
    });
    const bare = memo.get('bare', [layers, projection], () => bareTints(areas, layers, projection));
    return [...map, ...bare, ...annotations, ...names];
  };
}
