import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { findStories } from '../../src/site/edition/edition.ts';
import { openFromDisk } from '../support/editions.ts';
import { settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { MEDIA_STORY, siteRoot } from '../support/sites.ts';

const FERRY = `/en/${MEDIA_STORY}/`;

const onStage = (page: Page) => page.locator('.annotation-layer');

/** What of the story's own kinds is on the stage: petals of the rose, light of the lantern, bars of the chart. */
const drawn = (page: Page) =>
  onStage(page).evaluate((layer) => ({
    petals: layer.querySelectorAll('path.f-ink.s-land').length,
    light: layer.querySelectorAll('circle.f-red').length,
    bars: layer.querySelectorAll('rect.f-ink.s-land').length,
  }));

const told = (page: Page) =>
  page.evaluate(() => (window as unknown as { told: { reason: string; detail?: string }[] }).told);

const listen = (page: Page) =>
  page.addInitScript(() => {
    const all: unknown[] = [];
    Object.assign(window, { told: all });
    window.addEventListener('story:fallback', (event) => all.push((event as CustomEvent).detail));
  });

test('a story’s own annotation, chart and component are there, and their scripts come with no other story', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(`${FERRY}#wind`);
  await settled(page);
  await soon(() => drawn(page)).toEqual({ petals: 8, light: 1, bars: 6 });
  await expect(onStage(page)).toContainText('240');
  await expect(page.locator('#wind .tide-table')).toHaveCSS('border-top-width', '2px');
  await expect(page.locator('#wind .tide-table td')).toHaveCount(4);
  expect(scripts.filter((path) => path.includes('/own-')).length).toBeGreaterThan(2);
  scripts.length = 0;
  await page.goto('/en/the-strait/');
  await settled(page);
  expect(scripts.filter((path) => path.includes('/own-'))).toEqual([]);
});

test('one that throws is told, and does not take the page with it', async ({ page }) => {
  await listen(page);
  // The one width at which the lantern has a flaw.
  await page.setViewportSize({ width: 777, height: 800 });
  await page.goto(`${FERRY}#wind`);
  await settled(page);
  await soon(() => drawn(page)).toMatchObject({ petals: 8, light: 0 });
  const failures = (await told(page)).filter(({ reason }) => reason !== 'no-webgl');
  expect(failures).toEqual([{ reason: 'annotation-failed', detail: `${MEDIA_STORY}/lantern: The lantern is out` }]);
});

test('they are on paper, in pages without script, and in one file without a server', async ({
  page,
  browser,
  siteName,
}, { outputDir }) => {
  const site = await readBuiltFiles(join(siteRoot(siteName), 'dist'));
  const edition = findStories(site).find(({ story, locale }) => story === MEDIA_STORY && locale === 'en');
  if (!edition) throw new Error(`There is no story ${MEDIA_STORY}.`);
  await page.goto(FERRY);
  await page.emulateMedia({ media: 'print' });
  const picture = page.locator('#wind figure svg').first();
  expect(await picture.locator('path.f-ink.s-land').count()).toBe(8);
  expect(await picture.locator('rect.f-ink.s-land').count()).toBe(6);
  await expect(page.locator('#wind .tide-table')).toBeVisible();
  const alone = await browser.newPage({ offline: true });
  await openFromDisk(alone, renderPage(site, edition, { films: false }), join(outputDir, 'wind.html'));
  await settled(alone);
  await alone.evaluate(() => {
    location.hash = 'wind';
  });
  await soon(() => drawn(alone)).toEqual({ petals: 8, light: 1, bars: 6 });
  await alone.close();
});
