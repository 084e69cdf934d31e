import { createHinderedReader, expectDrawingGoesOn } from '../support/fallback.ts';
import { expect, test } from '../support/reader-test.ts';

test.use({ webGl: true });

test("without MapLibre's worker the drawing stays and goes on", async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/maplibre-gl-worker*', (route) => route.abort());
  await reader.open();
  await expectDrawingGoesOn(reader, 'map-failed');
  expect(await page.locator('.maplibre canvas').count()).toBe(0);
});

test('the choice of the light map takes effect at once, and so does its opposite', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  expect(await reader.stage()).toBe('maplibre');
  const choose = (map: string): Promise<void> =>
    page.evaluate((value) => {
      localStorage.setItem('story-map:settings', JSON.stringify({ map: value }));
      window.dispatchEvent(new StorageEvent('storage', { key: 'story-map:settings' }));
    }, map);
  await choose('light');
  expect(await reader.stage()).toBe('svg');
  await choose('auto');
  await expect.poll(() => reader.stage(), { timeout: 15_000 }).toBe('maplibre');
  expect(await reader.fallbacks()).toEqual(['light-map']);
  expect(reader.errors).toEqual([]);
});
