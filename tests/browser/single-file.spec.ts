import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from 'playwright/test';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { editionOf, openFromDisk } from '../support/editions.ts';
import { createHinderedReader } from '../support/fallback.ts';
import { readOn } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const MAX_BYTES = 2_500_000;

test('one file, opened from the disk without a network, tells the story on the live map', async ({
  browser,
  siteName,
  told,
}, { outputDir }) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const html = renderPage(site, edition);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_BYTES);
  const page = await browser.newPage({ offline: true });
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  const reader = await createHinderedReader(page, told);
  const url = await openFromDisk(page, html, join(outputDir, 'story.html'));
  await readOn(page);
  await reader.atRest();
  expect(await reader.stage()).toBe('maplibre');
  const last = reader.sections.at(-1)?.id ?? '';
  await reader.follow(last);
  await reader.atRest(last);
  expect(await reader.fallbacks()).toEqual([]);
  expect(reader.errors).toEqual([]);
  expect(requests).toEqual([url]);
  await page.close();
});

if (existsSync(firefox.executablePath())) {
  test('the same file tells the story in Firefox', async ({ siteName, told }, { outputDir }) => {
    const { site, told: edition } = await editionOf(siteName, told);
    const browser = await firefox.launch();
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
    });
    const reader = await createHinderedReader(page, told);
    const url = await openFromDisk(page, renderPage(site, edition), join(outputDir, 'story.html'));
    await reader.atRest();
    const last = reader.sections.at(-1)?.id ?? '';
    await reader.follow(last);
    await reader.atRest(last);
    expect(reader.errors).toEqual([]);
    expect(requests).toEqual([url]);
    await browser.close();
  });
}
