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

const withoutFeature = (name: string): void => {
  const path = name.split('.');
  const feature = path.pop() ?? '';
  const holder = path.reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], window);
  if (holder) delete (holder as Record<string, unknown>)[feature];
};

const hasFeature = (name: string): boolean =>
  name.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], window) !==
  undefined;

const withoutModuleWorkers = (): void => {
  window.Worker = class extends Worker {
    constructor(url: string | URL, options: WorkerOptions = {}) {
      if (options.type === 'module') throw new TypeError('Module workers are not supported.');
      super(url, options);
    }
  };
};

/** One after the other on one page: each visit has only its own feature taken away. */
test('whatever a browser of the last three years lacks, the story is told to its end on the map, or is an article with its maps', async ({
  browser,
  baseURL,
  told,
}) => {
  for (const name of [...MAY_LACK, 'module workers', 'content-visibility']) {
    await test.step(name, async () => {
      const page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
      const reader = await createHinderedReader(page, told);
      if (name === 'module workers') await page.addInitScript(withoutModuleWorkers);
      else await page.addInitScript(withoutFeature, name);
      if (name === 'content-visibility') {
        await page.route(`**${told.url}`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: (await response.text()).replaceAll(name, `not-${name}`) });
        });
      }
      await page.goto(told.url);
      expect(await page.evaluate(hasFeature, name), `${name} is taken away`).toBe(false);
      await expect(page.locator('h1')).toBeVisible();
      if (await page.locator('.stage').isVisible()) {
        const last = told.story.sections.at(-1)?.id ?? '';
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
      await page.close();
    });
  }
});
