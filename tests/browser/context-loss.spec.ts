import type { Page } from 'playwright/test';
import { createHinderedReader, type HinderedReader } from '../support/fallback.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

/** Loses the map's context, and has it back after so long if at all. The extension must be asked for beforehand. */
const loseContext = (page: Page, restoreAfterMs: number | null): Promise<void> =>
  page.evaluate((after) => {
    const context = document.querySelector<HTMLCanvasElement>('.maplibre canvas')?.getContext('webgl2');
    const extension = context?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('There is no context to lose.');
    extension.loseContext();
    if (after !== null) setTimeout(() => extension.restoreContext(), after);
  }, restoreAfterMs);

/** Scrolls to the middle of the way between the first two sections that have one. */
async function travel(reader: HinderedReader): Promise<number> {
  const [, from, to] = reader.sections;
  const tops: number[] = [];
  for (const section of [from, to]) {
    await reader.follow(section?.id ?? '');
    await reader.atRest(section?.id);
    tops.push(await reader.scrollTop());
  }
  const [start = 0, end = 0] = tops;
  const middle = Math.round((start + end) / 2);
  await reader.scrollTo(middle);
  return middle;
}

test('a context that comes back lets MapLibre go on, one lost for good leaves the drawing, which fills the gap and says why', async ({
  page,
  told,
}) => {
  const reader = await createHinderedReader(page, told);
  await reader.open();
  const top = await travel(reader);
  const before = await reader.atRest();
  await loseContext(page, 500);
  await soon(() => reader.stage()).toBe('light');
  await expect(page.locator('.svg-stage[visibility="visible"], .sheets:not([hidden])').first()).toBeVisible();
  // The context may be back by now: both are read at once.
  const [stage, opacity] = await page
    .locator('.maplibre')
    .evaluate((element) => [
      document.querySelector<HTMLElement>('[data-stage]')?.dataset['stage'],
      getComputedStyle(element).opacity,
    ]);
  expect(stage === 'maplibre' || opacity === '0', `${stage}, ${opacity}`).toBe(true);
  await soon(() => reader.stage()).toBe('maplibre');
  expect(await reader.atRest()).toEqual(before);
  expect(await reader.scrollTop()).toBe(top);
  expect(await reader.fallbacks()).toEqual([]);

  await loseContext(page, null);
  await soon(() => reader.stage()).toBe('light');
  // The reader reads on while nobody knows whether the context comes back.
  await reader.scrollTo(top + 40);
  await reader.scrollTo(top);
  await soon(() => reader.fallbacks()).toEqual(['context-lost']);
  expect(await reader.atRest()).toEqual(before);
  expect(await reader.scrollTop()).toBe(top);
  expect(await page.locator('.maplibre canvas').count()).toBe(0);
  const drawing = await reader.drawing();
  await reader.follow(reader.sections.at(-1)?.id ?? '');
  await reader.atRest(reader.sections.at(-1)?.id);
  expect(await reader.drawing()).not.toBe(drawing);
  expect(await reader.fallbacks()).toEqual(['context-lost']);
  expect(reader.errors).toEqual([]);
});
