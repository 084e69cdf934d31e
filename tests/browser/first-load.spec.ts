import { join } from 'node:path';
import { filesNeededBy } from '../../src/site/links/site-files.ts';
import { editionOf } from '../support/editions.ts';
import { servePlainly } from '../support/plain-server.ts';
import { settled } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { siteRoot } from '../support/sites.ts';

const POINTS = 20;

test(`a first visit cut off at any of ${POINTS} points after its title can be read`, async ({
  page,
  siteName,
  told,
}) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const isLoaded = (path: string): boolean => !/maplibre|explore|embed-dialog|offline-copy/.test(path);
  const needed = filesNeededBy(site, [edition.page]).filter(isLoaded);
  const total = needed.reduce((sum, path) => sum + (site.get(path)?.length ?? 0), 0);
  const html = site.get(edition.page)?.length ?? 0;
  // Styles come first: without them nothing shows.
  const title = Buffer.from(site.get(edition.page) ?? []).indexOf('</h1>') + '</h1>'.length;
  const [first, last] = [told.story.sections.at(0)?.title ?? '–', told.story.sections.at(-1)?.title ?? '–'];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (let point = 0; point <= POINTS; point += 1) {
    // A server of its own has nothing in the browser's cache.
    const server = await servePlainly({ root: join(siteRoot(siteName), 'dist') });
    const limit = title + Math.round(((total - title) * point) / POINTS);
    server.stallAfter(limit);
    await page.goto(server.url + edition.page, { waitUntil: 'commit' });
    await expect(page.locator('h1'), `at ${point}`).toBeVisible();
    server.die();
    await expect(page.locator('main > section').first()).toContainText(first);
    if (limit > html) {
      const pictures = page.locator('.stage:visible, main > section:last-of-type .static-map svg:visible');
      await expect(pictures.first(), `at ${point}`).toBeVisible();
      await expect(page.locator('main > section').last()).toContainText(last);
    }
    expect(errors, `at ${point}`).toEqual([]);
    await server.close();
  }
});

const AFTERWARDS = /\.topo\.json$|story-marks|\.woff2$/;

test('what nobody sees in the first picture is asked for once that is on screen', async ({ page, told }) => {
  await page.goto(told.url);
  await settled(page);
  const { paintedMs, asked } = await page.evaluate(() => ({
    paintedMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    asked: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  }));
  const afterwards = asked.filter(({ name }) => AFTERWARDS.test(name));
  expect(afterwards.length).toBeGreaterThanOrEqual(3);
  expect(afterwards.filter(({ startTime }) => startTime < paintedMs)).toEqual([]);
});

test('a browser that does not tell when it painted gets all of it, too', async ({ page, told }) => {
  await page.addInitScript(() => {
    const observe = PerformanceObserver.prototype.observe;
    PerformanceObserver.prototype.observe = function (options) {
      if (options?.type !== 'paint') observe.call(this, options);
    };
  });
  await page.goto(told.url);
  await settled(page);
  await page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
  expect(await page.locator('.annotation-layer [data-key]').count()).toBeGreaterThan(0);
});
