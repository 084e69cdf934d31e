import type { Basemap } from '../basemap/basemap.ts';
import { mixPalette, tintNearness } from '../basemap/themes.ts';
import type { LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import { createProjection } from '../geo/mercator.ts';
import type { DrawingGrid } from '../static-map/drawing-transform.ts';
import { createSceneMarks } from '../static-map/scene-marks.ts';
import type { SceneMarks } from '../static-map/scene-marks.ts';
import type { Scene } from '../story/scene.ts';
import { sceneAt } from '../story/scene-at.ts';
import type { Story } from '../story/story.ts';
import { buildTimeline } from '../story/timeline.ts';
import { createArrival } from './arrival.ts';
import { createAnnotationLayer } from './annotation-layer.ts';
import { dispatchStory, toDetail } from './events.ts';
import { createFurniture } from './furniture.ts';
import { createMotion } from './motion.ts';
import { createPaint } from './paint.ts';
import { createScrollProgress } from './scroll-progress.ts';
import { createSectionList } from './section-list.ts';
import { createSectionHash } from './section-hash.ts';
import { createStageSwitch } from './stages/stage-switch.ts';
import { createSvgStage } from './stages/svg-stage.ts';
import type { Look } from './stages/stage.ts';
import { readLook, watchLook } from './viewport.ts';

/** What the page hands over: the story and where its basemap is. */
export interface PlayerInput {
  readonly story: Story;
  readonly grid: DrawingGrid;
  readonly basemapUrl: string;
}

export interface StoryPlayer {
  readonly scene: Scene;
  /** Screen point of a place in the scene on screen, in CSS pixels of the stage. */
  project(lngLat: LngLat): ScreenPoint;
  /** Scrolls to where a link to the section arrives. */
  goTo(id: string): void;
  destroy(): void;
}

function requireElement<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The story page lacks "${selector}"`);
  return found;
}

const prefersReducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Owns the reader's one piece of state, `progress`, and shows its scene whenever that or the screen changes. */
export function createStoryPlayer(root: HTMLElement, { story, grid, basemapUrl }: PlayerInput): StoryPlayer {
  const stageElement = requireElement<HTMLElement>(root, '.stage');
  // The first picture's mood is painted by its class; from here on the scene paints.
  stageElement.classList.remove('mood-dusk', 'mood-night');
  const timeline = buildTimeline(story);
  const elements = story.sections.map(({ id }) => requireElement<HTMLElement>(root, `main > #${CSS.escape(id)}`));
  const annotationLayer = createAnnotationLayer(requireElement(stageElement, 'svg.annotation-layer'), grid);
  const furniture = createFurniture(root, story);
  const paint = createPaint(root);
  let look: Look = readLook(stageElement);
  let sceneMarks: SceneMarks | null = null;
  let frame = 0;
  let shown = '';

  const schedule = (): void => {
    if (frame === 0) frame = requestAnimationFrame(render);
  };
  const stages = createStageSwitch({
    element: stageElement,
    svgStage: createSvgStage(requireElement(stageElement, 'svg.svg-stage'), grid),
    onChange: schedule,
    onFallback: (reason) => dispatchStory(root, 'story:fallback', { reason }),
  });
  const hash = createSectionHash();
  const list = createSectionList(root, (id) => goTo(id, true));
  const onSection = (index: number): void => {
    const section = story.sections[index];
    if (!section) return;
    list.setCurrent(section.id);
    hash.show(index === 0 ? null : section.id);
    dispatchStory(root, 'story:section', { id: section.id, index, total: story.sections.length });
  };
  const arrival = createArrival(goTo);
  const onLayout = (): void => {
    arrival.renew();
    schedule();
  };
  const scroll = createScrollProgress(story, elements, look.viewport, { onSection, onLayout });
  const motion = createMotion(scroll.read(), story.sections.length, prefersReducedMotion);
  let scene = sceneAt(timeline, scroll.read(), look.viewport);

  function show(): void {
    stages.show(scene, look);
    furniture.show(scene);
    paint(mixPalette(look.theme, scene.moods, tintNearness(scene.camera.zoom)));
    if (!sceneMarks) return;
    const { sizeClass } = timeline.stop(scene.section.index, look.viewport).layout;
    const camera = stages.shownCamera(scene);
    annotationLayer.show(sceneMarks({ ...scene, camera }, look.viewport), camera, look.viewport, sizeClass);
  }

  function render(now: number): void {
    frame = 0;
    const { progress, arrived } = motion.next(scroll.read(), now);
    const key = `${progress}|${look.viewport.width}x${look.viewport.height}|${look.theme}`;
    scene = sceneAt(timeline, progress, look.viewport);
    show();
    if (key !== shown) {
      const { layers: _, ...detail } = toDetail(scene);
      dispatchStory(root, 'story:scene', detail);
    }
    shown = key;
    root.dataset['settled'] = String(arrived && sceneMarks !== null && stages.isSettled());
    if (!arrived) schedule();
  }

  function goTo(id: string, moveFocus = false): void {
    const index = story.sections.findIndex((section) => section.id === id);
    if (index < 0) return;
    window.scrollTo({ top: scroll.landing(index), behavior: 'instant' });
    if (moveFocus) elements[index]?.focus({ preventScroll: true });
    onSection(index);
  }

  const stopWatching = watchLook(stageElement, () => {
    const before = scene.section.id;
    const next = readLook(stageElement);
    const resized = next.viewport.width !== look.viewport.width || next.viewport.height !== look.viewport.height;
    look = next;
    scroll.measure(look.viewport);
    if (resized && scene.progress > 0) goTo(before);
    schedule();
  });
  const stopHash = hash.listen((id) => goTo(id, true));
  window.addEventListener('scroll', schedule, { passive: true });
  const abort = new AbortController();
  void loadBasemap(basemapUrl, abort.signal).then(
    (basemap) => {
      sceneMarks = createSceneMarks(timeline, basemap);
      schedule();
      stages.startMaplibre(basemap, story);
    },
    () => {
      if (!abort.signal.aborted) dispatchStory(root, 'story:fallback', { reason: 'basemap-failed' });
    },
  );
  const wanted = hash.initial();
  if (wanted) arrival.at(wanted);
  schedule();
  dispatchStory(root, 'story:ready', { sections: story.sections.map(({ id }) => id) });

  return {
    get scene() {
      return scene;
    },
    project: (lngLat) => createProjection(scene.camera, look.viewport.width, look.viewport.height).project(lngLat),
    goTo,
    destroy() {
      abort.abort();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', schedule);
      for (const part of [arrival, scroll, motion, list, stages, annotationLayer]) part.destroy();
      stopWatching();
      stopHash();
    },
  };
}

async function loadBasemap(url: string, signal: AbortSignal): Promise<Basemap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The basemap answered ${response.status}`);
  return (await response.json()) as Basemap;
}
