import { type PanZoom, panZoomCamera } from '../../geo/camera/free-camera.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { SceneMarks } from '../../labels/section/scene-marks.ts';
import type { Viewport } from '../../story/scene.ts';
import { freeTimeline } from '../../story/scenes/free-scene.ts';
import { freeLimitsAt } from '../../story/sources/free-limits-at.ts';
import type { Timeline } from '../../story/timeline.ts';
import { centreOf, PRESS_ZOOM, watchGestures, zoomAt } from './pan-zoom.ts';

/** The map, moved by the reader. A modal dialog over the page: the story stays where it is underneath. */
export interface Explore {
  /** Null while the story is being read. */
  camera(): Camera | null;
  /** Marks with names placed for the camera, once it has rested. */
  marks(): SceneMarks | null;
  start(from: Camera, section: string): void;
  /** Gives the map back to the story. */
  stop(): void;
}

interface ExploreHost {
  readonly timeline: Timeline;
  /** Marks of the story as it rests where the reader has taken the camera; null until the basemap has arrived. */
  freeMarks(timeline: Timeline, camera: Camera): Promise<SceneMarks | null>;
  viewport(): Viewport;
  /** The camera has moved, names have found their places, or the map is given back. */
  onChange(): void;
  /** Back in the story, but on a screen of another size than the one left. */
  onOtherScreen(section: string): void;
}

/** The map rests when it has not been pulled for so long. */
const PAUSE_MS = 200;

interface Departure {
  /** Of the section's own camera. */
  readonly zoom: number;
  readonly section: string;
  /** What had the focus. The browser cannot give it back by itself, because the bar is still hidden when it tries. */
  readonly opener: Element | null;
  readonly top: number;
  readonly screen: Viewport;
}

const departed = ({ zoom }: Camera, section: string, { viewport }: ExploreHost): Departure => ({
  section,
  zoom,
  opener: document.activeElement,
  top: window.scrollY,
  screen: viewport(),
});

function comeBack({ section, opener, top, screen }: Departure, { viewport, onOtherScreen }: ExploreHost): void {
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  const { width, height } = viewport();
  if (width === screen.width && height === screen.height) window.scrollTo({ top, behavior: 'instant' });
  else onOtherScreen(section);
}

function watchControls(dialog: HTMLElement, map: HTMLElement, onPanZoom: Parameters<typeof watchGestures>[2]): void {
  map.tabIndex = 0;
  watchGestures(dialog, map, onPanZoom);
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-zoom]')) {
    const zoomBy = Number(button.dataset['zoom']) * PRESS_ZOOM;
    button.addEventListener('click', () => onPanZoom(zoomAt(zoomBy, centreOf(map))));
  }
}

/** The map has the keys at once, but not by `autofocus`: in a frame of another site browsers complain of it on every load. */
function openAt(dialog: HTMLDialogElement | null, map: HTMLElement | null | undefined): void {
  dialog?.showModal();
  map?.focus({ preventScroll: true });
}

/** Where a gesture takes the camera: as near as there is something to see, and as the section itself was. */
function pulled(camera: Camera, gesture: PanZoom, { timeline, viewport }: ExploreHost, ownZoom: number): Camera {
  const limits = freeLimitsAt(timeline.story, camera.center);
  const nearestZoom = Math.max(limits.nearestZoom, ownZoom);
  return panZoomCamera(camera, gesture, { ...limits, nearestZoom }, viewport());
}

export function createExplore(root: HTMLElement, host: ExploreHost): Explore {
  const dialog = root.querySelector<HTMLDialogElement>('dialog.explore');
  const map = dialog?.querySelector<HTMLElement>('.explore-map');
  let camera: Camera | null = null;
  let marks: SceneMarks | null = null;
  let departure: Departure | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const move = (next: Camera | null): void => {
    camera = next;
    root.toggleAttribute('data-exploring', next !== null);
    clearTimeout(pause);
    host.onChange();
    if (!next) return;
    pause = setTimeout(async () => {
      const placed = await host.freeMarks(freeTimeline(host.timeline, next), next).catch(() => null);
      if (camera !== next) return;
      marks = placed;
      host.onChange();
    }, PAUSE_MS);
  };
  const pull: Parameters<typeof watchGestures>[2] = (gesture) => {
    if (camera) move(pulled(camera, gesture, host, departure?.zoom ?? 0));
  };
  if (dialog && map) watchControls(dialog, map, pull);
  dialog?.addEventListener('close', () => {
    marks = null;
    move(null);
    if (departure) comeBack(departure, host);
  });
  return {
    camera: () => camera,
    marks: () => marks,
    start(from, section) {
      departure = departed(from, section, host);
      openAt(dialog, map);
      move(from);
    },
    stop: () => dialog?.close(),
  };
}
