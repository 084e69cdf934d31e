import type { Page, Request } from 'playwright/test';
import { settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const pathOf = (request: Request): string => new URL(request.url()).pathname;

/** The page names its own faces, no longer the fonts of the reader's that stand in for them. */
const isDressed = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset['fallbackFonts'] === undefined);

/** What the title is set in, as the browser has it. */
const faceOfTitle = (page: Page): Promise<string> =>
  page.locator('h1').evaluate((title) => getComputedStyle(title).fontFamily.split(',')[0]?.trim() ?? '');

const inFonts = (page: Page, family: string): Promise<boolean> =>
  page.evaluate(
    (name) => [...document.fonts].some((face) => face.family === name && face.status === 'loaded'),
    family.replaceAll('"', ''),
  );

test('typefaces come after what moves the map, and the text is set in them', async ({ page, told }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(pathOf(request)));
  await page.goto(told.url);
  await soon(() => isDressed(page)).toBe(true);
  await soon(async () => inFonts(page, await faceOfTitle(page))).toBe(true);
  const [script, face] = [/story-map.*\.js$/, /\.woff2$/].map((kind) => asked.findIndex((path) => kind.test(path)));
  expect(script).toBeGreaterThanOrEqual(0);
  expect(face).toBeGreaterThan(script ?? 0);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style') ?? '')).not.toContain('--font');
});

test('nothing in sight moves while the page comes', async ({ page, told }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { readonly value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Late enough that the text has long been read in a fallback font.
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(told.url);
  await soon(() => isDressed(page)).toBe(true);
  await soon(async () => inFonts(page, await faceOfTitle(page))).toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const moved = await page.evaluate(() =>
    (window as unknown as { readonly shifts: readonly number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
  );
  // A line of text that wraps elsewhere is twenty times as much.
  expect(moved).toBeLessThan(0.001);
});

test('where typefaces do not come the fallback fonts stay', async ({ page, told }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(told.url);
  await settled(page);
  const title = page.locator('h1');
  const before = await title.boundingBox();
  // Given up, not waited for: the page names its own faces again, and goes on in what follows them.
  await soon(() => isDressed(page)).toBe(true);
  expect(await inFonts(page, await faceOfTitle(page))).toBe(false);
  await expect(title).toBeVisible();
  expect(await title.boundingBox()).toEqual(before);
});
