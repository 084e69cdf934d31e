import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Camera, LngLat } from '../../src/geo/lng-lat.ts';
import { createProjection } from '../../src/geo/mercator.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { expect, test } from '../support/reader-test.ts';
import { seeded } from '../support/seeded.ts';

const DIST = join(PROJECT_ROOT, 'node_modules', 'maplibre-gl', 'dist');
const SIZE = { width: 800, height: 600 };

interface Case {
  readonly camera: Camera;
  readonly place: LngLat;
}

function makeCases(count: number): readonly Case[] {
  const random = seeded(7);
  const between = (from: number, to: number): number => from + random() * (to - from);
  return Array.from({ length: count }, (_, index) => {
    const center: LngLat = [between(-100, 100), between(-55, 60)];
    // Far enough in that MapLibre has no need to keep the poles out of view.
    const zoom = between(4.5, 13);
    const reach = 200 / 2 ** zoom;
    return {
      camera: { center, zoom, pitch: index % 2 === 0 ? 0 : between(0, 60), bearing: between(-180, 180) },
      place: [center[0] + between(-reach, reach), center[1] + between(-reach, reach) / 2],
    };
  });
}

test("our projection is MapLibre's, to a hundredth of a pixel", async ({ page, baseURL }) => {
  await page.route('**/maplibre/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(join(DIST, name), 'utf8') });
  });
  await page.route('**/bare-map', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id="map"></div>' }),
  );
  await page.goto(`${baseURL}/bare-map`);
  const cases = makeCases(60);
  const found = await page.evaluate(
    async ({ all, size, origin }) => {
      const { Map: MapLibreMap, setWorkerUrl } = (await import(
        `${origin}/maplibre/maplibre-gl.mjs`
      )) as typeof import('maplibre-gl');
      setWorkerUrl(`${origin}/maplibre/maplibre-gl-worker.mjs`);
      const container = document.querySelector<HTMLElement>('#map');
      if (!container) throw new Error('No container.');
      container.style.cssText = `width: ${size.width}px; height: ${size.height}px`;
      const map = new MapLibreMap({
        container,
        style: { version: 8, sources: {}, layers: [] },
        attributionControl: false,
      });
      await map.once('load');
      return all.map(({ camera, place }) => {
        map.jumpTo({ ...camera, center: [camera.center[0], camera.center[1]] });
        const { x, y } = map.project([place[0], place[1]]);
        return [x, y] as const;
      });
    },
    { all: cases, size: SIZE, origin: baseURL ?? '' },
  );
  for (const [index, { camera, place }] of cases.entries()) {
    const [x, y] = createProjection(camera, SIZE.width, SIZE.height).project(place);
    const [theirX, theirY] = found[index] ?? [Number.NaN, Number.NaN];
    expect(Math.hypot(x - theirX, y - theirY), JSON.stringify({ camera, place })).toBeLessThan(0.01);
  }
});
