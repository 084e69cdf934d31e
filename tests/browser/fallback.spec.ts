import type { Page } from 'playwright/test';
import type { Story } from '../../src/story/story.ts';
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
    expect(await reader.stage()).toBe('light');
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

test('a file that is no basemap is told as one that did not come', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route('**/basemap/*.json', (route) => route.fulfill({ json: {} }));
  await page.goto(told.url);
  await soon(() => reader.fallbacks()).toEqual(['basemap-failed']);
  expect((await reader.causes())[0]).not.toBe('');
  expect(reader.errors).toEqual([]);
});

/** The story's page, rewritten on its way to the browser. */
const rewritePage = (page: Page, url: string, rewrite: (html: string) => string): Promise<unknown> =>
  page.route(`**${url}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: rewrite(await response.text()) });
  });

test('marks that cannot be made are told as such, with the cause', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await rewritePage(page, told.url, (html) => html.replaceAll('annotation-layer', 'no-layer'));
  await page.goto(told.url);
  await soon(() => reader.fallbacks()).toEqual(['marks-failed']);
  expect(await reader.causes()).toEqual([expect.stringContaining('annotation-layer')]);
  expect(reader.errors).toEqual([]);
});

/** The story as the page's script reads it, with a callout of that section so broken that no place is found for it. */
function withBrokenCallout(html: string, sectionId: string): string {
  return html.replace(/(id="story-data">)(.*?)(<\/script>)/s, (_all, opening, json, closing) => {
    const data = JSON.parse(json) as { readonly story: Story };
    const section = data.story.sections.find(({ id }) => id === sectionId);
    for (const annotation of section?.annotations ?? []) {
      if (annotation.kind === 'callout') Object.assign(annotation, { head: null });
    }
    return opening + JSON.stringify(data).replaceAll('<', '\\u003c') + closing;
  });
}

test('where one section’s names find no place, it is told, and the others have theirs', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  const broken = told.story.sections.find(
    ({ index, annotations }) => index > 3 && annotations.some(({ kind }) => kind === 'callout'),
  );
  const [before, after] = [-1, 1].map((by) => told.story.sections[(broken?.index ?? 0) + by]);
  if (!broken || !before || !after) throw new Error('The story has no callout amid its sections.');
  await rewritePage(page, told.url, (html) => withBrokenCallout(html, broken.id));
  const names = page.locator('.annotation-layer text');
  for (const first of [broken.id, before.id]) {
    await page.goto('about:blank');
    await reader.open(first);
    for (const { id } of [before, broken, after]) {
      await reader.follow(id);
      await reader.atRest(id);
      if (id !== broken.id) expect(await names.count(), `from ${first}: ${id}`).toBeGreaterThan(0);
    }
    await page.setViewportSize({ width: 1200, height: 800 });
    await reader.follow(broken.id);
    await reader.atRest(broken.id);
    expect((await reader.fallbacks()).filter((reason) => reason !== 'no-webgl')).toEqual(['placement-failed']);
    expect((await reader.causes()).filter(Boolean)).toEqual([expect.stringContaining(broken.id)]);
  }
  expect(reader.errors).toEqual([]);
});

test('a reader whose button opens nothing is told so, and so is the page', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.route(/\/(explore|embed-dialog)[^/]*\.js$/, (route) => route.abort());
  await reader.open();
  const notice = page.getByRole('status').filter({ hasText: /did not load/ });
  await page.locator('.bar [data-action="explore"]').click();
  await expect(notice).toBeVisible();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.locator('[data-action="open-sections"]').click();
  await expect(notice, 'it goes once the reader goes on').toHaveCount(0);
  await page.locator('.settings [data-action="embed"]').click();
  await expect(notice).toBeVisible();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  expect(await reader.fallbacks()).toEqual(['no-webgl', 'explore-failed', 'embed-failed']);
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
