import type { Route } from 'playwright/test';
import { createHinderedReader, expectDrawingGoesOn } from '../support/fallback.ts';
import { readOn, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

for (const [name, fail] of [
  ['without', (route: Route) => route.abort()],
  ['with half of', (route: Route) => route.fulfill({ contentType: 'text/javascript', body: 'const half = [' })],
] as const) {
  test(`${name} MapLibre's worker the drawing stays and goes on`, async ({ page, told }) => {
    const reader = await createHinderedReader(page, told);
    await page.route('**/maplibre-gl-worker*', fail);
    await reader.open();
    await expectDrawingGoesOn(reader, 'map-failed');
    expect(await page.locator('.maplibre canvas').count()).toBe(0);
  });
}

test('MapLibre is fetched once the reader reads on, and takes over the picture that is there; so does the light map at once', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await page.goto(told.url);
  await reader.atRest();
  // As long as an idle page may take to be called one, and more.
  await page.waitForTimeout(2500);
  expect(reader.maplibreRequests).toEqual([]);
  expect(await reader.stage()).toBe('svg');
  const before = await reader.scene();
  await readOn(page);
  await soon(() => reader.stage()).toBe('maplibre');
  expect(await reader.atRest()).toEqual(before);
  expect(new Set(reader.maplibreRequests).size).toBe(reader.maplibreRequests.length);

  const choose = (map: string): Promise<void> =>
    page.evaluate((value) => {
      localStorage.setItem('story-map:settings', JSON.stringify({ map: value }));
      window.dispatchEvent(new StorageEvent('storage', { key: 'story-map:settings' }));
    }, map);
  await choose('light');
  expect(await reader.stage()).toBe('svg');
  await choose('auto');
  await soon(() => reader.stage()).toBe('maplibre');
  expect(await reader.fallbacks()).toEqual(['light-map']);
  expect(reader.errors).toEqual([]);
});
