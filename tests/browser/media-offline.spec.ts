import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { servePlainly } from '../support/plain-server.ts';
import { offlineState, readOn, settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { MEDIA_STORY, siteRoot } from '../support/sites.ts';

const panel = (page: Page) => page.locator('.offline-copy');
const isSaved = (page: Page) => offlineState(page, 'saved');
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });

test('a copy on the device has one file of each picture, and films once the reader ticks them, each with its size', async ({
  page,
  siteName,
}) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist'), prefix: '/a/' });
  const url = `${server.url}en/${MEDIA_STORY}/`;
  await page.goto(url);
  await readOn(page);
  await isSaved(page);
  const pictures = (await keptFiles(page)).filter((kept) => kept.includes('/_media/'));
  const stems = pictures.map((kept) => kept.replace(/-\d+\.\w+$/, ''));
  expect(new Set(stems).size).toBe(stems.length);
  expect(pictures.filter((kept) => /\.(mp4|webm|m4a)/.test(kept))).toEqual([]);
  await page.locator('[data-action="open-sections"]').first().click();
  await expect(panel(page).locator('.offline-size:visible')).toHaveText(/^\d([.,]\d)? megabytes$/);
  await expect(panel(page).locator('.offline-film-size')).not.toBeEmpty();
  await panel(page).locator('[data-offline-films]').check();
  await soon(
    async () => (await keptFiles(page)).filter((kept) => /\.(mp4|webm|m4a)/.test(kept)).length,
  ).toBeGreaterThan(3);
  await page.reload();
  await readOn(page);
  await server.close();
  await page.goto('about:blank');
  await page.goto(`${url}#pictures`);
  await settled(page);
  const picture = page.locator('#pictures .gallery img').first();
  await picture.scrollIntoViewIfNeeded();
  await soon(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await page.goto(`${url}#sound`);
  const film = page.locator('#sound video');
  await film.evaluate((video) => (video as HTMLVideoElement).play());
  await soon(() => film.evaluate((video) => (video as HTMLVideoElement).currentTime)).toBeGreaterThan(0.2);
});
