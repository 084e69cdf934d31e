import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderFolder, renderPage } from '../../src/cli/export/render-edition.ts';
import { writeSite } from '../../src/site/built-site.ts';
import { editionOf, openFromDisk } from '../support/editions.ts';
import { servePlainly } from '../support/plain-server.ts';
import { createReader } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { watchPage } from '../support/watch-page.ts';

test('one file leads to the pages behind the story and back, and lets the map be explored', async ({
  browser,
  siteName,
  told,
}, { outputDir }) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const page = await browser.newPage({ offline: true });
  const problems: string[] = [];
  watchPage(page, 'file:/', problems);
  await openFromDisk(page, renderPage(site, edition), join(outputDir, 'story.html'));
  const reader = createReader(page, told);
  await reader.atRest();
  const ids = edition.pages.map((path) => path.split('/').at(-2));
  const [first, last] = [ids.at(0), ids.at(-1)];
  await page.locator(`.end-matter a[href="#${last}"]`).click();
  await expect(page.locator(`.enclosed#${last} h1`)).toBeInViewport();
  await expect(page.locator('[data-language]:visible'), 'no language leads nowhere').toHaveCount(0);
  const section = reader.sections[1]?.id ?? '';
  await reader.follow(section);
  await reader.atRest(section);
  await page.locator('[data-action="open-sections"]').first().click();
  await page.locator(`dialog.section-list a[href="#${first}"]`).click();
  await expect(page.locator(`.enclosed#${first} h1`)).toBeInViewport();
  await reader.follow(section);
  await reader.atRest(section);
  await page.locator('.bar [data-action="explore"]').click();
  await expect(page.locator('dialog.explore')).toBeVisible();
  expect(problems).toEqual([]);
  await page.close();
});

test('a folder is the whole story from a server, and an article with maps from the disk', async ({
  page,
  siteName,
  told,
}, { outputDir }) => {
  const { site, told: edition } = await editionOf(siteName, told);
  await writeSite(outputDir, await renderFolder(site, edition));
  await page.goto(pathToFileURL(join(outputDir, 'index.html')).href);
  for (const { id } of told.story.sections) await expect(page.locator(`#${id} .static-map svg`)).toBeVisible();
  // What the page from the disk still asks for is not meant below.
  await page.goto('about:blank');
  const server = await servePlainly({ root: outputDir, prefix: '/kept/', hasIndexes: false });
  const problems: string[] = [];
  watchPage(page, new URL(server.url).origin, problems);
  const reader = createReader(page, { ...told, url: `${server.url}index.html` });
  await reader.open(reader.sections.at(-1)?.id);
  await page.locator(`.end-matter a`).first().click();
  await expect(page.locator('main.article h1')).toBeVisible();
  await server.close();
  expect(problems).toEqual([]);
});
