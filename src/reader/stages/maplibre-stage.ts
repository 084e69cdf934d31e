import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
// Vite does not emit MapLibre's worker by itself: without this the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Basemap } from '../../basemap/basemap.ts';
import { basemapFeatures } from '../../basemap/features.ts';
import { mapLayers } from '../../basemap/layers/map-layers.ts';
import { mapStyle, paintUpdates } from '../../basemap/style.ts';
import type { PaintUpdates } from '../../basemap/style.ts';
import { mixPalette, tintNearness } from '../../basemap/themes.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import { tintedRegions } from '../../story/tinted-regions.ts';
import type { Look, Stage } from './stage.ts';

setWorkerUrl(new URL(workerUrl, import.meta.url).href);

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

const sameCamera = (a: Scene['camera'], b: Scene['camera']): boolean =>
  a.zoom === b.zoom && a.pitch === b.pitch && a.bearing === b.bearing && a.center[0] === b.center[0] && a.center[1] === b.center[1];

/**
 * The map drawn by MapLibre. It never moves by itself: each scene is a `jumpTo`, drawn in the same frame as the marks
 * over it.
 * @throws when WebGL or the worker cannot start
 */
export async function createMaplibreStage(
  parent: HTMLElement,
  basemap: Basemap,
  story: Story,
  first: View,
  onSettled: () => void,
): Promise<Stage> {
  const layers = mapLayers(tintedRegions(story));
  const container = parent.querySelector<HTMLElement>('.maplibre') ?? parent;
  const { camera } = first.scene;
  let shown: View = first;
  let paint = paintUpdates(layers, first.scene.layers, paletteOf(first));
  const map = new MapLibreMap({
    container,
    style: mapStyle(layers, basemapFeatures(basemap, story.homeCountry, tintedRegions(story)), first.scene.layers, paletteOf(first)),
    center: [camera.center[0], camera.center[1]],
    zoom: camera.zoom,
    pitch: camera.pitch,
    bearing: camera.bearing,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    trackResize: false,
    validateStyle: false,
  });
  map.on('idle', onSettled);
  const show = (scene: Scene, look: Look): void => {
    const resized = look.viewport.width !== shown.look.viewport.width || look.viewport.height !== shown.look.viewport.height;
    const moved = !sameCamera(scene.camera, shown.scene.camera);
    const nextPaint = paintUpdates(layers, scene.layers, paletteOf({ scene, look }));
    shown = { scene, look };
    if (resized) map.resize();
    if (moved || resized) {
      const { center, ...rest } = scene.camera;
      map.jumpTo({ center: [center[0], center[1]], ...rest });
    }
    applyPaint(map, nextPaint, paint);
    paint = nextPaint;
    // Drawn now rather than in the next frame, so that the map is never a frame behind the marks over it.
    if (moved || resized) map.redraw();
  };
  await new Promise<void>((resolve, reject) => {
    map.once('error', ({ error }) => reject(error));
    map.once('idle', () => resolve());
  });
  return {
    name: 'maplibre',
    show,
    isSettled: () => map.loaded() && !map.isMoving(),
    destroy: () => map.remove(),
  };
}
