import type { Page } from 'playwright/test';
import { cameraFor } from '../../src/story/camera/framing.ts';
import { cameraNumbers, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

test('turning or resizing the screen keeps the section and solves its frame anew', async ({ reader, told }) => {
  const section = reader.sections[3];
  if (!section) throw new Error('The story has fewer than four sections.');
  await reader.open(section.id);
  const size = reader.page.viewportSize();
  if (!size) throw new Error('The window has no size.');
  for (const next of [{ width: size.height, height: size.width }, { width: 820, height: 1180 }, size]) {
    await reader.page.setViewportSize(next);
    await soon(async () => (await reader.viewport()).width).toBe(next.width);
    const scene = await reader.atRest(section.id);
    const wanted = cameraNumbers(cameraFor(told.story, section, await reader.viewport()));
    for (const [index, value] of cameraNumbers(scene.camera).entries()) {
      expect(Math.abs(value - (wanted[index] ?? Number.NaN)), `${next.width}×${next.height}`).toBeLessThan(1e-6);
    }
  }
});

/** How many functions the document calls on each scroll. */
async function scrollListeners(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document' });
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  await session.detach();
  return listeners.filter(({ type }) => type === 'scroll').length;
}

test('a page that was resized many times has no more to do as it scrolls', async ({ reader }) => {
  await reader.open();
  const size = reader.page.viewportSize() ?? { width: 0, height: 0 };
  const before = await scrollListeners(reader.page);
  for (const width of [820, size.width, 700, size.width]) {
    await reader.page.setViewportSize({ ...size, width });
    await soon(async () => (await reader.viewport()).width).toBe(width);
    await reader.atRest();
  }
  expect(await scrollListeners(reader.page)).toBe(before);
});
