import { createHinderedReader, expectDrawingGoesOn, pretendWebGl } from '../support/fallback.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

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
    await page.addInitScript(pretendWebGl);
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

test("without MapLibre's program the drawing stays and goes on", async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(pretendWebGl);
  await page.route('**/maplibre-stage*.js', (route) => route.abort());
  await reader.open();
  await expectDrawingGoesOn(reader, 'map-failed');
});

test('a basemap that fails once is asked for again', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/basemap/*.json', (route) => route.abort(), { times: 1 });
  await reader.open();
  expect(await reader.fallbacks()).toEqual(['no-webgl']);
  expect(await page.locator('.annotation-layer [data-key]').count()).toBeGreaterThan(0);
  expect(reader.errors).toEqual([]);
});

test('without the basemap the drawing goes on, without marks', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/basemap/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(told.url);
  await soon(() => reader.fallbacks()).toEqual(['basemap-failed']);
  const first = await reader.drawing();
  await reader.follow(reader.sections.at(-1)?.id ?? '');
  await soon(() => reader.drawing()).not.toBe(first);
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

test('a browser that does not nest style rules keeps the article with a picture in each section', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS) as (...asked: readonly string[]) => boolean;
    CSS.supports = (...asked: readonly string[]) => asked[0] !== 'selector(&)' && supports(...asked);
  });
  await page.goto(told.url, { waitUntil: 'load' });
  await expect(page.locator('.stage')).toBeHidden();
  for (const { id } of reader.sections) await expect(page.locator(`#${id} .static-map svg`)).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('story-map')?.scene ?? null)).toBeNull();
  expect(reader.errors).toEqual([]);
});
