import type { Page } from 'playwright/test';
import { gridFromText } from '../../src/basemap/drawing/drawing-transform.ts';
import type { LngLat, ScreenPoint } from '../../src/geo/lng-lat.ts';
import { toWorld } from '../../src/geo/mercator.ts';
import { createHinderedReader } from '../support/fallback.ts';
import { expect, test } from '../support/reader-test.ts';

/** Where the drawing on screen has a place, in pixels of the window: through the browser's own matrices. */
async function placeInDrawing(page: Page, lngLat: LngLat): Promise<ScreenPoint> {
  const grid = gridFromText((await page.locator('.map-drawing').getAttribute('data-grid')) ?? '');
  const [x, y] = toWorld(lngLat);
  return page.evaluate(
    ([gridX, gridY]) => {
      const matrix = document.querySelector<SVGUseElement>('.svg-stage use')?.getScreenCTM();
      if (!matrix) throw new Error('The drawing is not on screen.');
      const point = new DOMPoint(gridX, gridY).matrixTransform(matrix);
      return [point.x, point.y] as const;
    },
    [(x - grid.x) * grid.size, (y - grid.y) * grid.size] as const,
  );
}

// projection.spec.ts holds `project` to MapLibre's own; here the drawing is held to `project`.
test('drawing and MapLibre have every place of a frame on the same pixel, in every section', async ({ page, told }) => {
  test.slow();
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(() => localStorage.setItem('story-map:settings', '{"map":"light"}'));
  await reader.open();
  let compared = 0;
  for (const { id, frame } of reader.sections) {
    await reader.follow(id);
    const { camera } = await reader.atRest(id);
    if (camera.pitch !== 0) continue;
    for (const place of new Set([...(frame.places ?? []), ...frame.keepVisible])) {
      const { lngLat } = told.story.places[place] ?? { lngLat: camera.center };
      const [x, y] = await placeInDrawing(page, lngLat);
      const [theirX, theirY] = await reader.project(lngLat);
      expect(Math.hypot(x - theirX, y - theirY), `${id}: ${place}`).toBeLessThan(1);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(0);
});
