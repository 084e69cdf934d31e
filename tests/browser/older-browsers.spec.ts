import { createHinderedReader } from '../support/fallback.ts';
import { expect, test } from '../support/reader-test.ts';

/** What a browser of the last three years may lack, by where it is found from `window`. */
const MAY_LACK = [
  'Temporal',
  'OffscreenCanvas',
  'HTMLCanvasElement.prototype.transferControlToOffscreen',
  'createImageBitmap',
  'requestIdleCallback',
  'onscrollend',
  'structuredClone',
  'navigation',
  'Array.prototype.findLast',
  'Array.prototype.toSorted',
  'Array.fromAsync',
  'Object.groupBy',
  'Promise.withResolvers',
  'URL.canParse',
  'AbortSignal.any',
  'Set.prototype.union',
  'Iterator.prototype.map',
  'Intl.Segmenter',
  'DecompressionStream',
] as const;

/** Runs in the page before its scripts: takes away what the address names. A page's own scripts cannot be taken back. */
const takeAway = (): void => {
  const name = new URLSearchParams(location.search).get('without') ?? '';
  if (name === 'module workers') {
    window.Worker = class extends Worker {
      constructor(url: string | URL, options: WorkerOptions = {}) {
        if (options.type === 'module') throw new TypeError('Module workers are not supported.');
        super(url, options);
      }
    };
    return;
  }
  const path = name.split('.');
  const feature = path.pop() ?? '';
  const holder = path.reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], window);
  if (holder) delete (holder as Record<string, unknown>)[feature];
};

const hasFeature = (name: string): boolean =>
  name.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], window) !==
  undefined;

/** One after the other on one page, which takes less long to be loaded anew than another to be opened. */
test('whatever a browser of the last three years lacks, the story is told to its end on the map, or is an article with its maps', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(takeAway);
  let isRewritten = false;
  await page.route(`**${told.url}?without=content-visibility`, async (route) => {
    isRewritten = true;
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replaceAll('content-visibility', 'not-content-visibility') });
  });
  const last = told.story.sections.at(-1)?.id ?? '';
  for (const name of [...MAY_LACK, 'module workers', 'content-visibility']) {
    await test.step(name, async () => {
      await page.goto(`${told.url}?without=${encodeURIComponent(name)}`);
      expect(await page.evaluate(hasFeature, name), `${name} is taken away`).toBe(false);
      await expect(page.locator('h1')).toBeVisible();
      if (await page.locator('.stage').isVisible()) {
        await reader.atRest();
        await reader.follow(last);
        await reader.atRest(last);
        await expect(page.locator('.annotation-layer [data-key]').first(), name).toBeAttached();
      } else {
        for (const { id } of told.story.sections) {
          await expect(page.locator(`#${id} .static-map svg`), `${name}: ${id}`).toBeVisible();
        }
      }
      expect(reader.errors, name).toEqual([]);
    });
  }
  expect(isRewritten, 'the style is taken away').toBe(true);
});
