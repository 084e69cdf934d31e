import { gripCamera } from '../geo/free-camera.ts';
import type { Camera, LngLatBounds } from '../geo/lng-lat.ts';
import type { Viewport } from '../story/scene.ts';
import { centreOf, PRESS_ZOOM, watchGrips, zoomGrip } from './map-grips.ts';

/** The map in the reader's own hands. A modal dialog over the page: the story stays where it is underneath. */
export interface Explore {
  /** Null while the story is being read. */
  readonly camera: Camera | null;
  start(from: Camera): void;
  /** Gives the map back to the story. */
  stop(): void;
}

/** @param onChange called when the camera has moved, and when the map is given back */
export function createExplore(
  root: HTMLElement,
  bounds: LngLatBounds,
  viewport: () => Viewport,
  onChange: () => void,
): Explore {
  const dialog = root.querySelector<HTMLDialogElement>('dialog.explore');
  const map = dialog?.querySelector<HTMLElement>('.explore-map');
  let camera: Camera | null = null;
  const grip: Parameters<typeof watchGrips>[1] = (pull) => {
    if (!camera) return;
    camera = gripCamera(camera, pull, bounds, viewport());
    onChange();
  };
  if (map) {
    map.tabIndex = 0;
    watchGrips(map, grip);
    for (const button of root.querySelectorAll<HTMLElement>('[data-zoom]')) {
      const zoomBy = Number(button.dataset['zoom']) * PRESS_ZOOM;
      button.addEventListener('click', () => grip(zoomGrip(zoomBy, centreOf(map))));
    }
  }
  dialog?.addEventListener('close', () => {
    camera = null;
    document.documentElement.removeAttribute('data-exploring');
    onChange();
  });
  return {
    get camera() {
      return camera;
    },
    start(from) {
      camera = from;
      document.documentElement.setAttribute('data-exploring', '');
      dialog?.showModal();
      onChange();
    },
    stop: () => dialog?.close(),
  };
}
