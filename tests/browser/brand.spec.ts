import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { findBarriers } from '../support/axe.ts';
import { readRgb } from '../support/contrast.ts';
import { editionOf, openFromDisk } from '../support/editions.ts';
import { readOn, settled } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

/** The typefaces that something is set in, those of the device marked. */
async function facesOf(page: Page, selector: string): Promise<readonly string[]> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('DOM.enable');
  await devTools.send('CSS.enable');
  const { root } = await devTools.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await devTools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const found = await Promise.all(
    nodeIds.map(async (nodeId) => (await devTools.send('CSS.getPlatformFontsForNode', { nodeId })).fonts),
  );
  await devTools.detach();
  const names = found
    .flat()
    .map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `${familyName} (device)`));
  return [...new Set(names)].sort();
}

/** Files of letters by the names they give themselves. */
const [TEXT, ARABIC, FIGURES] = ['Commissioner Thin', 'Noto Sans Arabic', 'Atkinson Hyperlegible Next'] as const;
const OWN: readonly string[] = [TEXT, ARABIC, FIGURES];

/** Which picture of the logo is in sight, and whether it came. */
const logoOf = (page: Page) =>
  page
    .locator('.logo img')
    .evaluateAll((pictures) =>
      (pictures as HTMLImageElement[])
        .filter((picture) => getComputedStyle(picture).display !== 'none')
        .map(({ className, naturalWidth, alt }) => ({ className, hasCome: naturalWidth > 0, alt })),
    );

const LOGO = { hasCome: true, alt: 'The Harbour Watch' };

const groundOf = async (page: Page) =>
  readRgb(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settled(page);
  await page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
  await page.evaluate(() => document.fonts.ready);
}

test('titles, figures and names on the map are set in the brand’s own files, in each script it has them for', async ({
  page,
  told,
}) => {
  const { slug } = told.story;
  for (const [locale, face] of [
    ['en', TEXT],
    ['uk', TEXT],
    ['fa', ARABIC],
  ] as const) {
    await open(page, `/${locale}/${slug}/#the-strait`);
    await readOn(page);
    await settled(page);
    for (const selector of ['h1', 'svg.annotation-layer text']) {
      const faces = await facesOf(page, selector);
      expect(faces, `${locale}: ${selector}`).toContain(face);
      // Spaces between Arabic words are Latin ones.
      expect(
        faces.filter((name) => !OWN.includes(name)),
        `${locale}: ${selector}`,
      ).toEqual([]);
    }
  }
  await open(page, told.url);
  expect(await facesOf(page, '.great-numeral .figure'), 'figures').toEqual([FIGURES]);
  expect(await facesOf(page, '[lang="el"]'), 'a Greek word in an English text').toEqual([TEXT]);
});

test('the logo is that of the ground it stands on, in the page and on paper', async ({ page, told }) => {
  await page.goto(told.url);
  await expect.poll(() => logoOf(page), 'over a map at dusk').toEqual([{ ...LOGO, className: 'on-dark' }]);
  for (const url of ['/', `${told.url}#the-strait`]) {
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    await page.goto(url);
    await expect.poll(() => logoOf(page), url).toEqual([{ ...LOGO, className: 'on-light' }]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => logoOf(page), url).toEqual([{ ...LOGO, className: 'on-dark' }]);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => logoOf(page), `${url} on paper`).toEqual([{ ...LOGO, className: 'on-light' }]);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an embed has the brand’s colours and no barriers, ${colorScheme}`, async ({ page, told }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, `${told.url}embed/`);
    expect(await groundOf(page)).toEqual(colorScheme === 'light' ? [247, 251, 252] : [11, 26, 38]);
    expect(await findBarriers(page, colorScheme === 'light' ? 'all' : 'colours')).toEqual([]);
  });
}

test('one file without a server brings typefaces and logo along', async ({ browser, siteName, told }, {
  outputDir,
}) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const alone = await browser.newPage({ offline: true });
  await openFromDisk(alone, renderPage(site, edition, { films: false }), join(outputDir, 'brand.html'));
  await settled(alone);
  await expect.poll(() => logoOf(alone)).toEqual([{ ...LOGO, className: 'on-dark' }]);
  await expect.poll(() => facesOf(alone, 'h1')).toEqual([TEXT]);
  await alone.close();
});
