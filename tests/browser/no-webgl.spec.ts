import { createHinderedReader } from '../support/fallback.ts';
import { expect, test } from '../support/reader-test.ts';

test('without WebGL the drawing tells the whole story, and MapLibre is never fetched', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  expect(await reader.fallbacks()).toEqual(['no-webgl']);
  for (const { id } of reader.sections) {
    await reader.follow(id);
    const scene = await reader.atRest(id);
    expect(scene.section).toBe(id);
    expect(await reader.stage()).toBe('svg');
  }
  expect(reader.maplibreRequests).toEqual([]);
  expect(reader.errors).toEqual([]);
});
