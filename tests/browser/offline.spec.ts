import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { filesNeededBy } from '../../src/site/links/site-files.ts';
import { editionOf, storyOf } from '../support/editions.ts';
import {
  numberedEdition,
  readEditions,
  waitForTakeover,
  waitForUpdate,
  withoutOtherStories,
} from '../support/numbered-editions.ts';
import { servePlainly } from '../support/plain-server.ts';
import { createReader, offlineState, readOn, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { siteRoot } from '../support/sites.ts';

const POINTS = 10;
const panel = (page: Page) => page.locator('.offline-copy');
const isSaved = (page: Page) => offlineState(page, 'saved');

test('read once, the story is there without its server: all sections, either theme, each language kept, with any query', {
  tag: '@engine',
}, async ({ page, siteName, told }) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist'), prefix: '/a/b/c/' });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [other] = told.story.locales.filter((locale) => locale !== told.story.locale);
  await page.goto(`${server.url}${other}/${told.story.slug}/`);
  await readOn(page);
  await isSaved(page);
  await reader.open();
  await isSaved(page);
  await server.close();
  await page.goto(`${server.url}${told.url.slice(1)}?from=mail`);
  await reader.atRest();
  for (const { id } of reader.sections) {
    await reader.follow(id);
    await reader.atRest(id);
    expect(await page.locator('.annotation-layer [data-key]').count(), id).toBeGreaterThan(0);
  }
  await page.locator('[data-action="open-sections"]').first().click();
  await page.locator('.settings input[value="dark"]').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await isSaved(page);
  await page.locator('dialog.section-list .pages a').first().click();
  await expect(page.locator('main.article h1')).toBeVisible();
  // Not by the button back: Playwright waits for a load, and in Firefox a page that comes back from memory has none.
  await page.goto(server.url + told.url.slice(1));
  await page.locator('[data-action="open-sections"]').first().click();
  await page.locator(`dialog.section-list [data-language="${other}"]`).click();
  await expect(page.locator(`html[lang="${other}"] story-map`)).toHaveAttribute('data-settled', 'true');
  expect(errors).toEqual([]);
});

test('the copy says its size, can be taken away, stays away, and can be asked for again', async ({
  page,
  siteName,
  told,
}) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist'), prefix: '/a/' });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  await page.locator('[data-action="open-sections"]').first().click();
  await expect(panel(page).locator('.offline-size:visible')).toHaveText(/^\d([.,]\d)? megabytes$/);
  await panel(page).locator('[data-action="remove-offline"]').click();
  await offlineState(page, 'off');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await page.reload();
  await readOn(page);
  await reader.atRest();
  await offlineState(page, 'off');
  await page.locator('[data-action="open-sections"]').first().click();
  await panel(page).locator('[data-action="save-offline"]').click();
  await isSaved(page);
  await server.close();
});

test('a part of a file asked for is answered with that part', async ({ page, siteName, told }) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist') });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  await page.reload();
  await server.close();
  const answer = await page.evaluate(async () => {
    const url = document.querySelector('story-map')?.getAttribute('data-basemap') ?? '';
    const response = await fetch(url, { headers: { Range: 'bytes=1-4' } });
    return [response.status, (await response.arrayBuffer()).byteLength];
  });
  expect(answer).toEqual([206, 4]);
});

test('without a secure page there is no word of a copy', async ({ page, told }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await createReader(page, told).open();
  await page.locator('[data-action="open-sections"]').first().click();
  await expect(panel(page)).toBeHidden();
});

test('a copy that cannot be made whole is given up, said so, and leaves nothing behind', async ({
  page,
  siteName,
  told,
}) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist') });
  await page.route('**/service-worker.js', (route) => route.continue());
  await page.addInitScript(() => localStorage.setItem(`story-map:offline:${new URL('.', location.href).href}`, 'off'));
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await offlineState(page, 'off');
  await page.locator('[data-action="open-sections"]').first().click();
  server.dieAfter(600_000);
  await panel(page).locator('[data-action="save-offline"]').click();
  await offlineState(page, 'failed');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await server.close();
});

test('where there is no room for the copy it is given up, and the story goes on', async ({
  context,
  page,
  siteName,
  told,
}) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist') });
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.url).origin, quotaSize: 700_000 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await offlineState(page, 'failed');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  await page.reload();
  await reader.atRest();
  await server.close();
  expect(errors).toEqual([]);
});

test('a copy emptied under the reader gives way to whatever the server has, whole', async ({
  page,
  siteName,
  told,
}) => {
  const site = withoutOtherStories((await editionOf(siteName, told)).site, told.story.slug);
  const server = await servePlainly({ root: await numberedEdition(site, 0) });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  await page.reload();
  await reader.atRest();
  const empty = () => page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  expect(await empty()).toEqual([true]);
  const last = reader.sections.at(-1)?.id ?? '';
  await reader.follow(last);
  await reader.atRest(last);
  server.revive(await numberedEdition(site, 1));
  await page.reload();
  await reader.atRest(last);
  expect(await page.evaluate(readEditions)).toEqual(['1', '1']);
  await server.close();
});

const editionNotice = (page: Page) => page.locator('.notice.edition');

test('whoever reads a copy of a story that was corrected is told so, and reads the newer edition once they ask for it', async ({
  page,
  siteName,
  told,
}) => {
  const site = withoutOtherStories((await editionOf(siteName, told)).site, told.story.slug);
  const server = await servePlainly({ root: await numberedEdition(site, 0) });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  await expect(editionNotice(page), 'nothing is newer yet').toBeHidden();
  server.revive(await numberedEdition(site, 1));
  await page.reload();
  await expect(editionNotice(page)).toContainText('newer edition');
  expect(await page.evaluate(readEditions), 'it is not changed under them').toEqual(['0', '0']);
  // Asking meanwhile would keep the old worker at work, and the new one waits until it has none.
  const isShownAnew = page.waitForEvent('load');
  await editionNotice(page).locator('[data-action="take-edition"]').click();
  await isShownAnew;
  expect(await page.evaluate(readEditions)).toEqual(['1', '1']);
  await reader.atRest();
  await expect(editionNotice(page)).toBeHidden();
  await server.close();
});

test('a story that its server no longer has is not read from the copy without a word', async ({
  page,
  siteName,
  told,
}) => {
  const server = await servePlainly({ root: join(siteRoot(siteName), 'dist') });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  server.revive(new Map());
  await page.reload();
  await expect(editionNotice(page)).toContainText('no longer at its address');
  await editionNotice(page).locator('[data-action="dismiss"]').click();
  await expect(editionNotice(page)).toBeHidden();
  await server.close();
});

test('a story that was withdrawn is taken away from the devices of those who kept it', async ({
  page,
  siteName,
  told,
}) => {
  const site = withoutOtherStories((await editionOf(siteName, told)).site, told.story.slug);
  const server = await servePlainly({ root: await numberedEdition(site, 0) });
  const reader = createReader(page, { ...told, url: server.url + told.url.slice(1) });
  await reader.open();
  await isSaved(page);
  const withdrawn = await readBuiltFiles(join(siteRoot('volcano'), 'dist'));
  const folder = told.url.slice(1);
  const moved = [...withdrawn].flatMap(([path, content]) =>
    path.startsWith('en/taken-back/') ? [[path.replace('en/taken-back/', folder), content] as const] : [],
  );
  server.revive(new Map(moved));
  await page.reload();
  await expect(page.locator('[data-withdrawn]')).toContainText('withdrawn');
  await soon(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await server.close();
});

test(`an update cut off at any of ${POINTS} points leaves a whole edition, old or new`, async ({
  context,
  siteName,
  told,
}) => {
  const site = withoutOtherStories((await editionOf(siteName, told)).site, told.story.slug);
  const files = await numberedEdition(site, 0);
  const { page: start, pages, frames } = storyOf(files, told);
  const isUpdated = (path: string): boolean => /\.(html|js|json)$/.test(path);
  const updated = [
    ...filesNeededBy(files, [start, ...pages, ...frames]),
    start.replace('index.html', 'service-worker.js'),
  ];
  const total = updated.filter(isUpdated).reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
  const server = await servePlainly({ root: files, prefix: '/s/' });
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(server.url + told.url.slice(1), { waitUntil: 'commit' });
    await expect(page.locator('h1')).toBeVisible();
    await readOn(page);
    return page;
  };
  let page = await open();
  await isSaved(page);
  await page.close();
  page = await open();
  // Stands outside the story's folder: no page of the story is open between two editions.
  const beside = await context.newPage();
  await beside.goto(new URL('/', server.url).href);
  const used = new Set<unknown>();
  for (let edition = 1; edition <= POINTS; edition += 1) {
    server.revive(await numberedEdition(site, edition));
    const before = await page.evaluate(readEditions);
    // The last update is not cut off.
    if (edition < POINTS) server.dieAfter(Math.ceil((total * (edition - 1)) / (POINTS - 1)));
    await page.evaluate(waitForUpdate);
    server.dieAfter(0);
    expect(await page.evaluate(readEditions), 'an open page keeps its edition').toEqual(before);
    const scope = new URL('.', page.url()).href;
    await page.close();
    await beside.evaluate(waitForTakeover, scope);
    page = await open();
    const [shown, map] = await page.evaluate(readEditions);
    expect([before[0], String(edition)], 'old or new').toContain(shown);
    expect(map, 'not mixed').toBe(shown);
    await soon(() => page.evaluate(() => document.querySelector('story-map')?.scene?.progress)).toBe(0);
    used.add(shown);
  }
  expect([...used], 'most updates were cut off, one at least was not').not.toEqual(['0']);
  await server.close();
});
