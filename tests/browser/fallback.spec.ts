import { createHinderedReader } from '../support/fallback.ts';
import { expect, test } from '../support/reader-test.ts';

test.use({ webGl: true });

const LIMITS = [
  {
    reason: 'save-data',
    impose: () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  },
  { reason: 'low-memory', impose: () => Object.defineProperty(navigator, 'deviceMemory', { value: 2 }) },
  { reason: 'light-map', impose: () => localStorage.setItem('story-map:settings', '{"map":"light"}') },
] as const;

for (const { reason, impose } of LIMITS) {
  test(`${reason}: the drawing tells the story alone, and MapLibre is never fetched`, async ({ page, told }) => {
    const reader = await createHinderedReader(page, told);
    await page.addInitScript(impose);
    await reader.open();
    const first = await reader.drawing();
    const last = reader.sections.at(-1)?.id ?? '';
    await reader.follow(last);
    await reader.atRest(last);
    expect(await reader.drawing()).not.toBe(first);
    expect(await reader.stage()).toBe('svg');
    expect(await reader.fallbacks()).toEqual([reason]);
    expect(reader.maplibreRequests).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
}

for (const [part, address] of [
  ['program', '**/maplibre-stage*.js'],
  ['worker', '**/maplibre-gl-worker*'],
] as const) {
  test(`without MapLibre's ${part} the drawing stays and goes on`, async ({ page, told }) => {
    const reader = await createHinderedReader(page, told);
    await page.route(address, (route) => route.abort());
    await reader.open();
    expect(await reader.fallbacks()).toEqual(['map-failed']);
    const { id } = reader.sections[2] ?? { id: '' };
    await reader.follow(id);
    await reader.atRest(id);
    expect(await reader.stage()).toBe('svg');
    expect(await page.locator('.maplibre canvas').count()).toBe(0);
    expect(reader.errors).toEqual([]);
  });
}

test('a basemap that fails once is asked for again', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/basemap/*.json', (route) => route.abort(), { times: 1 });
  await reader.open();
  expect(await reader.fallbacks()).toEqual([]);
  expect(await page.locator('.annotation-layer [data-key]').count()).toBeGreaterThan(0);
  expect(reader.errors).toEqual([]);
});

test('without the basemap the drawing goes on, without marks', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/basemap/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(told.url);
  await expect.poll(() => reader.fallbacks()).toEqual(['basemap-failed']);
  const first = await reader.drawing();
  await reader.follow(reader.sections.at(-1)?.id ?? '');
  await expect.poll(() => reader.drawing()).not.toBe(first);
  expect(reader.maplibreRequests).toEqual([]);
  expect(reader.errors).toEqual([]);
});

for (const [part, address] of [
  ['itself', '**/_astro/index*.js'],
  ['a library of it', '**/_astro/libraries*.js'],
] as const) {
  test(`a reader that does not load, ${part}, leaves the article with a picture in each section`, async ({
    page,
    told,
  }) => {
    const reader = await createHinderedReader(page, told);
    await page.route(address, (route) => route.fulfill({ status: 404 }));
    await page.goto(told.url);
    await expect(page.locator('.stage')).toBeHidden();
    for (const { id } of reader.sections) await expect(page.locator(`#${id} .static-map svg`)).toBeVisible();
    expect(reader.errors).toEqual([]);
  });
}

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
