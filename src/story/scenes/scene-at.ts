import { middleOf } from '../../geo/boxes.ts';
import { clamp01 } from '../../geo/clamp.ts';
import { pointBetween } from '../../geo/lines/segments.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import { layersAt } from '../data/layer-view.ts';
import { easeTravel, mix, ramp } from '../easing.ts';
import { emphasisOf, mixLayers } from '../layers.ts';
import type { AnnotationState, BackdropState, LabelState, Scene, ScenePaint, Viewport } from '../scene.ts';
import type { AnnotationBase, Mood, Section } from '../story.ts';
import type { Stop, Timeline, Travel } from '../timeline.ts';
import { REST } from '../timeline.ts';

/** Shares of a travel zone: what leaves is gone by the first, what arrives begins at the second. */
const LEAVING = 0.3;
const ARRIVING = 0.7;
/** Section progress an annotation takes to appear. */
const FADE = 0.06;
/** The moods cross-fade in the middle 35 % of a travel zone. */
const MOOD_FADE = [0.325, 0.675] as const;

/** Either resting at a section, or `t` (0–1) of the way between two. */
type Position =
  | { readonly kind: 'rest'; readonly stop: Stop }
  | { readonly kind: 'travel'; readonly travel: Travel; readonly t: number };

function positionAt(timeline: Timeline, index: number, sectionProgress: number, viewport: Viewport): Position {
  const zone = 1 - (REST.end - REST.start);
  if (sectionProgress > REST.end && index < timeline.count - 1) {
    return { kind: 'travel', travel: timeline.travel(index, viewport), t: (sectionProgress - REST.end) / zone };
  }
  if (sectionProgress < REST.start && index > 0) {
    const t = (sectionProgress + 1 - REST.end) / zone;
    return { kind: 'travel', travel: timeline.travel(index - 1, viewport), t };
  }
  return { kind: 'rest', stop: timeline.stop(index, viewport) };
}

function cameraAt({ travel, t }: { readonly travel: Travel; readonly t: number }): Camera {
  if (travel.to.section.travel === 'cut') return t < 0.5 ? travel.from.camera : travel.to.camera;
  return travel.cameraAt(easeTravel(t));
}

const keyOf = (section: Section, annotation: AnnotationBase): string => `${section.id}/${annotation.id}`;

/** Of something that is drawn no further, but begun. */
const BEGUN = 1e-6;

/** @param next the section that follows, if one does */
function annotationsOf({ section }: Stop, sectionProgress: number, next?: Section): readonly AnnotationState[] {
  const stays = (one: AnnotationBase): boolean =>
    next?.annotations.some(({ id, kind, carried }) => carried && id === one.id && kind === one.kind) ?? true;
  // Nothing follows the last section that its annotations would have to make room for.
  const left = 1 - ramp(sectionProgress, REST.end, REST.end + LEAVING / 2);
  return section.annotations.flatMap((annotation) => {
    const [from, to] = annotation.draw;
    const { carried } = annotation;
    // The opening is on screen before anybody scrolls, so it has no time to be drawn in.
    const t = section.index === 0 ? 1 : Math.max(ramp(sectionProgress, from, to), carried ? BEGUN : 0);
    const arrived = section.index === 0 || carried ? 1 : ramp(sectionProgress, from, Math.min(1, from + FADE));
    const opacity = stays(annotation) ? arrived : left * arrived;
    if (opacity <= 0) return [];
    return [{ key: keyOf(section, annotation), sectionIndex: section.index, annotation, t, opacity }];
  });
}

function labelsAt(position: Position): readonly LabelState[] {
  const stateOf = ({ section }: Stop, opacity: number): readonly LabelState[] =>
    opacity > 0 && !section.backdrop ? [{ sectionIndex: section.index, opacity }] : [];
  if (position.kind === 'rest') return stateOf(position.stop, 1);
  const { from, to } = position.travel;
  return [...stateOf(from, 1 - ramp(position.t, 0, LEAVING)), ...stateOf(to, ramp(position.t, ARRIVING, 1))];
}

function moodsAt(from: Mood, to: Mood, t: number): Readonly<Record<Mood, number>> {
  const moods = { paper: 0, dusk: 0, night: 0 };
  const share = ramp(t, ...MOOD_FADE);
  moods[from] += 1 - share;
  moods[to] += share;
  return moods;
}

/**
 * What stands in place of the map. Between two sections that both have a backdrop the one comes over the other, whole, so
 * that the map does not shine through.
 */
function backdropsAt(position: Position, index: number, sectionProgress: number): readonly BackdropState[] {
  const stateOf = ({ section }: Stop, opacity: number): readonly BackdropState[] =>
    section.backdrop && opacity > 0
      ? [{ sectionIndex: section.index, opacity, t: clamp01(index - section.index + sectionProgress) }]
      : [];
  if (position.kind === 'rest') return stateOf(position.stop, 1);
  const { from, to } = position.travel;
  const share = ramp(position.t, ...MOOD_FADE);
  const leaving = to.section.backdrop ? Number(share < 1) : 1 - share;
  return [...stateOf(from, leaving), ...stateOf(to, share)];
}

/** @param t how far (0–1) time has run in its data */
const paintOf = (section: Section, weight: number, t: number): ScenePaint => ({
  mood: section.mood,
  layers: layersAt(section, t),
  weight,
});

/** An emptied map needs none. */
const scrimOf = ({ layout, section }: Stop): number => (layout.kind === 'over' ? emphasisOf(section.layers, 'map') : 0);

type Visible = Pick<Scene, 'camera' | 'moods' | 'layers' | 'paints' | 'labels' | 'scrim' | 'middle' | 'stageHeightPx'>;

function visible(position: Position, sectionProgress: number): Visible {
  const labels = labelsAt(position);
  if (position.kind === 'rest') {
    const { section, camera, layout } = position.stop;
    // As of annotations, what runs in the opening has run.
    const t = section.index === 0 ? 1 : ramp(sectionProgress, REST.start, REST.end);
    const paint = paintOf(section, 1, t);
    const paints = [paint];
    const moods = moodsAt(section.mood, section.mood, 0);
    const { stageHeightPx } = layout;
    const [middle, scrim] = [middleOf(layout.freeBox), scrimOf(position.stop)];
    return { camera, moods, layers: paint.layers, paints, labels, scrim, middle, stageHeightPx };
  }
  const { travel, t } = position;
  const { from, to } = travel;
  const share = ramp(t, ...MOOD_FADE);
  const [leaving, arriving] = [paintOf(from.section, 1 - share, 1), paintOf(to.section, share, 0)];
  return {
    camera: cameraAt(position),
    moods: moodsAt(from.section.mood, to.section.mood, t),
    layers: mixLayers(leaving.layers, arriving.layers, share),
    paints: [leaving, arriving],
    labels,
    scrim: mix(scrimOf(from), scrimOf(to), share),
    middle: pointBetween(middleOf(from.layout.freeBox), middleOf(to.layout.freeBox), t),
    stageHeightPx: mix(from.layout.stageHeightPx, to.layout.stageHeightPx, easeTravel(t)),
  };
}

/**
 * What the reader sees: a pure function of where the reader is and of the screen.
 * @param progress 0–1 through the story; values outside are clamped
 */
export function sceneAt(timeline: Timeline, progress: number, viewport: Viewport): Scene {
  const along = clamp01(progress) * timeline.count;
  const index = Math.min(Math.floor(along), timeline.count - 1);
  const sectionProgress = along - index;
  const stop = timeline.stop(index, viewport);
  const position = positionAt(timeline, index, sectionProgress, viewport);
  return {
    progress: clamp01(progress),
    section: { id: stop.section.id, index },
    sectionProgress,
    ...visible(position, sectionProgress),
    backdrops: backdropsAt(position, index, sectionProgress),
    annotations: annotationsOf(stop, sectionProgress, timeline.story.sections[index + 1]),
  };
}

/** The scene a section rests at, everything drawn: what a static map, a print or a reader without motion sees. */
export function restScene(timeline: Timeline, index: number, viewport: Viewport): Scene {
  const scene = sceneAt(timeline, (index + 0.5) / timeline.count, viewport);
  const { section } = timeline.stop(index, viewport);
  // Those that begin to be drawn later than here are part of it, too.
  const annotations = section.annotations.map((annotation) => ({
    key: keyOf(section, annotation),
    sectionIndex: index,
    annotation,
    t: 1,
    opacity: 1,
  }));
  const paint = paintOf(section, 1, 1);
  return { ...scene, layers: paint.layers, paints: [paint], annotations };
}
