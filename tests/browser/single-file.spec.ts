import { join } from 'node:path';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { editionOf, openFromDisk } from '../support/editions.ts';
import { createHinderedReader } from '../support/fallback.ts';
import { readOn } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const MAX_BYTES = 2_500_000;

test(
  'one file, opened from the disk without a network, tells the story, on the live map where there is WebGL',
  { tag: '@engine' },
  async ({ browser, browserName, webGl, siteName, told }, { outputDir }) => {
    const { site, told: edition } = await editionOf(siteName, told);
    const html = renderPage(site, edition);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_BYTES);
    const page = await browser.newPage(browserName === 'chromium' ? { offline: true } : {});
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
    });
    const reader = await createHinderedReader(page, told);
    const url = await openFromDisk(page, html, join(outputDir, 'story.html'));
    await readOn(page);
    await reader.atRest();
    expect(await reader.stage()).toBe(webGl ? 'maplibre' : 'light');
    const last = reader.sections.at(-1)?.id ?? '';
    await reader.follow(last);
    await reader.atRest(last);
    expect(await reader.fallbacks()).toEqual(webGl ? [] : ['no-webgl']);
    expect(reader.errors).toEqual([]);
    // Not every browser tells of the file itself.
    expect(requests.filter((request) => request !== url)).toEqual([]);
    await page.close();
  },
);
