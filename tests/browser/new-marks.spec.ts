import type { Page } from 'playwright/test';
import { NEW_PER_FRAME } from '../../src/reader/annotation-layer.ts';
import { expect, test } from '../support/reader-test.ts';

declare global {
  interface Window {
    /** New elements of the annotations, by frame. */
    madePerFrame: number[];
  }
}

const keysOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('svg.annotation-layer [data-key]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-key') ?? ''));

/** Those that are put in another place were there before. */
const countNew = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.madePerFrame = [];
    const known = new WeakSet<Node>(document.querySelectorAll('svg.annotation-layer *'));
    const observer = new MutationObserver((changes) => {
      const added = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
      const made = [...added].filter((node) => node instanceof Element && !known.has(node));
      for (const node of made) known.add(node);
      window.madePerFrame.push(made.length);
    });
    const layer = document.querySelector('svg.annotation-layer');
    if (layer) observer.observe(layer, { childList: true, subtree: true });
  });

test('what is new on the map comes within a few frames, and is all there at rest', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open();
  await countNew(page);
  const found = new Map<string, readonly string[]>();
  for (const { id } of sections) {
    await reader.follow(id);
    await reader.atRest(id);
    found.set(id, await keysOf(page));
  }
  const made = await page.evaluate(() => window.madePerFrame);
  expect(Math.max(...made)).toBeLessThanOrEqual(NEW_PER_FRAME);
  expect(made.filter((count) => count === NEW_PER_FRAME).length, 'frames with as much as one takes').toBeGreaterThan(2);
  for (const { id } of sections.filter((_, index) => index % 4 === 0)) {
    await page.goto('about:blank');
    await reader.open(id);
    await reader.atRest(id);
    expect(await keysOf(page), id).toEqual(found.get(id));
  }
});
