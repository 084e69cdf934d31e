import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
// Vite does not emit MapLibre's worker by itself: without this the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { basemapFeatures } from '../../basemap/features.ts';
import { mapLayers } from '../../basemap/layers/map-layers.ts';
import { type PackedBasemap, unpackBasemap } from '../../basemap/packed.ts';
import { mapStyle } from '../../basemap/style.ts';
import { isSameCamera } from '../../geo/camera/same-view.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';
import { tintedAreas } from '../../story/shapes/tinted-areas.ts';
import type { Story } from '../../story/story.ts';
import { tintedRegions } from '../../story/tinted-regions.ts';
import { MaplibreLayers, paintIn, type View } from './maplibre-layers.ts';
import type { Look, Stage } from './stage.ts';
import { drawn, idleMoment, lackOf, startMap } from './start-map.ts';

setWorkerUrl(workerUrl);

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
    // Beyond 180° lies the other side of the antimeridian.
    renderWorldCopies: true,
    // A frame is solved already; the map must not push it off the world's edge.
    transformConstrain: (center, zoom) => ({ center, zoom }),
    fadeDuration: 0,
    trackResize: false,
    validateStyle: false,
  });
}

/** A stage that needs time: for its first picture, and for ground it has not shown before. */
export interface MaplibreStage extends Stage {
  /** Resolves when all of the last scene is drawn that can be. */
  drawn(): Promise<void>;
  /** Whether something of the story's own has come that a scene shows and is not on this stage. */
  lacks(scene: Scene): boolean;
}

export interface MaplibreListeners {
  /** The map has nothing left to draw. */
  onSettled(): void;
  /** A tile or an image failed, and the map goes on without it. */
  onIncomplete(cause: Error): void;
  /** WebGL's context is gone and the map with it. It must not be told to show anything until it is restored. */
  onLost(): void;
  /** The context is back; the map has begun to draw its last scene again. */
  onRestored(): void;
}

function tell(map: MapLibreMap, { onSettled, onIncomplete, onLost, onRestored }: MaplibreListeners): void {
  map.on('idle', () => onSettled());
  map.on('error', (event) => {
    onIncomplete(lackOf(event));
    // No frame may come after it to say that nothing is left to draw.
    onSettled();
  });
  map.on('webglcontextlost', () => onLost());
  map.on('webglcontextrestored', () => onRestored());
}

function layersOf(map: MapLibreMap, regions: readonly string[], first: View, listeners: MaplibreListeners) {
  const painted = new MaplibreLayers(map, regions, first, (lack) => {
    if (lack) listeners.onIncomplete(lack);
    listeners.onSettled();
  });
  map.on('remove', () => painted.end());
  return painted;
}

/**
 * The map drawn by MapLibre. It never moves by itself: each scene is a `jumpTo`, drawn in the same frame as the marks
 * over it.
 * @throws when WebGL or the worker cannot start; nothing is left of the map then
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
  const sources = basemapFeatures(unpackBasemap(basemap), story.homeCountry, regions, tintedAreas(story));
  const style = mapStyle(layers, sources, paintIn(layers, first));
  await idleMoment();
  const map = createMap(parent.querySelector<HTMLElement>('.maplibre') ?? parent, first.scene.camera);
  const painted = layersOf(map, regions, first, listeners);
  let shown = first;
  const show = (scene: Scene, look: Look): void => {
    const resized = !sameSize(look, shown.look);
    const moved = resized || !isSameCamera(scene.camera, shown.scene.camera);
    if (resized) map.resize();
    if (moved) map.jumpTo(toMaplibre(scene.camera));
    painted.show({ scene, look });
    // Drawn now rather than in the next frame, so that the map is never a frame behind the marks over it.
    if (moved) map.redraw();
    shown = { scene, look };
  };
  for (const lack of await startMap(map, style)) listeners.onIncomplete(lack);
  tell(map, listeners);
  return {
    name: 'maplibre',
    show,
    setOwn: (own) => painted.setOwn(own),
    // Taken over before, what a light stage shows of the story's own would go and come again.
    drawn: () => painted.added().then(() => drawn(map)),
    lacks: (scene) => painted.lacks(scene),
    isSettled: () => painted.isSettled && map.loaded(),
    destroy: () => map.remove(),
  };
}
