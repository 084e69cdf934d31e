import { Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
// Vite does not emit MapLibre's worker by itself: without this the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { basemapFeatures } from '../../basemap/features.ts';
import { mapLayers } from '../../basemap/layers/map-layers.ts';
import { type PackedBasemap, unpackBasemap } from '../../basemap/packed.ts';
import { mapStyle, type PaintUpdates, paintUpdates } from '../../basemap/style.ts';
import { mixPalette, tintNearness } from '../../basemap/themes.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import { isSameCamera } from '../../geo/same-view.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import { tintedRegions } from '../../story/tinted-regions.ts';
import { afterSeen } from '../loading/after-visible-for.ts';
import { whenIdle } from '../loading/idle.ts';
import type { Look, Stage } from './stage.ts';

setWorkerUrl(workerUrl);

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];

interface View {
  readonly scene: Scene;
  readonly look: Look;
}

const paletteOf = ({ scene, look }: View) => mixPalette(look.theme, scene.moods, tintNearness(scene.camera.zoom));

/** Sets only the paint that differs from what was last set. */
function applyPaint(map: MapLibreMap, next: PaintUpdates, before: PaintUpdates): void {
  for (const [layer, properties] of Object.entries(next)) {
    for (const [name, value] of Object.entries(properties)) {
      if (before[layer]?.[name] !== value) map.setPaintProperty(layer, name as PaintName, value, { validate: false });
    }
  }
}

const sameSize = (a: Look, b: Look): boolean =>
  a.viewport.width === b.viewport.width && a.viewport.height === b.viewport.height;

const toMaplibre = ({ center: [lng, lat], ...rest }: Camera) => ({ center: [lng, lat] as [number, number], ...rest });

/** Without controls, gestures, fades or motion of its own: the scroll moves it. Bare of everything at first. */
function createMap(container: HTMLElement, camera: Camera): MapLibreMap {
  return new MapLibreMap({
    container,
    style: { version: 8, transition: { duration: 0, delay: 0 }, sources: {}, layers: [] },
    ...toMaplibre(camera),
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    trackResize: false,
    validateStyle: false,
  });
}

/** A stage that needs time: for its first picture, and for ground it has not shown before. */
export interface MaplibreStage extends Stage {
  /** Resolves when the last scene is drawn completely; rejects when it cannot be. */
  drawn(): Promise<void>;
}

export interface MaplibreListeners {
  /** The map has nothing left to draw. */
  onSettled(): void;
  /** WebGL's context is gone and the map with it. It must not be told to show anything until it is restored. */
  onLost(): void;
  /** The context is back; the map has begun to draw its last scene again. */
  onRestored(): void;
}

/** A worker that does not load gives no sign of it: the map would be waited for in vain. */
const PICTURE_MS = 8000;

const drawn = (map: MapLibreMap): Promise<void> =>
  new Promise((resolve, reject) => {
    if (map.loaded()) return resolve();
    const idle = map.on('idle', () => settle(resolve));
    const failed = map.on('error', ({ error }) => settle(() => reject(error)));
    const settle = (then: () => void): void => {
      idle.unsubscribe();
      failed.unsubscribe();
      then();
    };
  });

async function pictureInTime(map: MapLibreMap): Promise<void> {
  let stopWaiting = (): void => {};
  const timeout = new Promise<void>((_, reject) => {
    stopWaiting = afterSeen(PICTURE_MS, reject);
  });
  try {
    await Promise.race([drawn(map), timeout]);
  } catch (error) {
    map.remove();
    throw error;
  } finally {
    stopWaiting();
  }
}

/** A dozen follow one another: on a device that is never idle none may be waited for long. */
const STEP_MS = 100;

const idleMoment = (): Promise<void> => new Promise((resolve) => whenIdle(() => resolve(), STEP_MS));

/**
 * Gives the map its layers source by source, each in an idle moment and drawn before the next comes: all at once, tiles,
 * buffers and programs of the graphics card keep the page for longer than a finger waits.
 */
async function build(map: MapLibreMap, { sources, layers }: StyleSpecification): Promise<void> {
  await pictureInTime(map);
  for (const layer of layers) {
    const id = 'source' in layer && typeof layer.source === 'string' ? layer.source : null;
    const source = id === null ? undefined : sources[id];
    if (id !== null && source && !map.getSource(id)) {
      await pictureInTime(map);
      await idleMoment();
      map.addSource(id, source);
    }
    map.addLayer(layer);
  }
  await pictureInTime(map);
}

/**
 * The map drawn by MapLibre. It never moves by itself: each scene is a `jumpTo`, drawn in the same frame as the marks
 * over it.
 * @throws when WebGL or the worker cannot start
 */
export async function createMaplibreStage(
  parent: HTMLElement,
  basemap: PackedBasemap,
  story: Story,
  first: View,
  listeners: MaplibreListeners,
): Promise<MaplibreStage> {
  const regions = tintedRegions(story);
  const layers = mapLayers(regions);
  const sources = basemapFeatures(unpackBasemap(basemap), story.homeCountry, regions);
  const style = mapStyle(layers, sources, first.scene.layers, paletteOf(first));
  await idleMoment();
  const map = createMap(parent.querySelector<HTMLElement>('.maplibre') ?? parent, first.scene.camera);
  let shown = first;
  let paint = paintUpdates(layers, first.scene.layers, paletteOf(first));
  const show = (scene: Scene, look: Look): void => {
    const resized = !sameSize(look, shown.look);
    const moved = resized || !isSameCamera(scene.camera, shown.scene.camera);
    const nextPaint = paintUpdates(layers, scene.layers, paletteOf({ scene, look }));
    if (resized) map.resize();
    if (moved) map.jumpTo(toMaplibre(scene.camera));
    applyPaint(map, nextPaint, paint);
    // Drawn now rather than in the next frame, so that the map is never a frame behind the marks over it.
    if (moved) map.redraw();
    shown = { scene, look };
    paint = nextPaint;
  };
  await build(map, style);
  map.on('idle', () => listeners.onSettled());
  map.on('webglcontextlost', () => listeners.onLost());
  map.on('webglcontextrestored', () => listeners.onRestored());
  return {
    name: 'maplibre',
    show,
    drawn: () => drawn(map),
    isSettled: () => map.loaded(),
    destroy: () => map.remove(),
  };
}
