import type { Reader } from '../support/reader.ts';
import { cameraNumbers } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

const explorer = (reader: Reader) => reader.page.locator('dialog.explore');

/** From the bar, or where that has no room from the section list. */
async function explore(reader: Reader): Promise<void> {
  const inBar = reader.page.locator('.bar [data-action="explore"]');
  if (await inBar.isVisible()) await inBar.click();
  else {
    await reader.page.locator('[data-action="open-sections"]').click();
    await reader.page.locator('.settings [data-action="explore"]').click();
  }
  await expect(explorer(reader)).toBeVisible();
}

const camera = async (reader: Reader): Promise<readonly number[]> => cameraNumbers((await reader.atRest()).camera);

test('the map can be dragged, zoomed and moved by keys, and the story comes back exactly as it was', {
  tag: '@engine',
}, async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  const before = await reader.atRest();
  const top = await reader.scrollTop();
  const { width, height } = await reader.viewport();
  await explore(reader);
  const seen = [await camera(reader)];
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  await page.mouse.move(width / 2 + 90, height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  seen.push(await camera(reader));
  await page.mouse.wheel(0, 300);
  seen.push(await camera(reader));
  for (const key of ['ArrowLeft', '+', '-', 'ArrowDown']) {
    await page.locator('.explore-map').focus();
    await page.keyboard.press(key);
    seen.push(await camera(reader));
  }
  await page.locator('[data-zoom="1"]').click();
  seen.push(await camera(reader));
  await page.mouse.click(width / 2 + 100, height / 2);
  seen.push(await camera(reader));
  for (const [index, now] of seen.entries()) if (index > 0) expect(now, `step ${index}`).not.toEqual(seen[index - 1]);
  await page.keyboard.press('PageDown');
  expect(await reader.scrollTop(), 'the page stays').toBe(top);

  await explorer(reader).locator('[type="submit"]').click();
  await expect(explorer(reader)).toBeHidden();
  expect(await reader.atRest(sections[2]?.id)).toEqual(before);
  expect(await reader.scrollTop()).toBe(top);
});

test('Escape gives the map back, and the focus to where it came from', async ({ reader }) => {
  await reader.open(reader.sections[1]?.id);
  const { page } = reader;
  await explore(reader);
  await expect(page.locator('.explore-map')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(explorer(reader)).toBeHidden();
  await expect(page.locator('.bar :focus')).toHaveCount(1);
});

test('a place stays under the finger that drags it, and its name with it', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  const { width, height } = await reader.viewport();
  await explore(reader);
  const place = (await reader.scene()).camera.center;
  const from = await reader.project(place);
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  await page.mouse.move(width / 2 + 80, height / 2 - 50, { steps: 3 });
  await page.mouse.up();
  await reader.atRest();
  const to = await reader.project(place);
  expect(to[0] - from[0]).toBeCloseTo(80, 0);
  expect(to[1] - from[1]).toBeCloseTo(-50, 0);
});

test('no drag over the map selects text, for which Safari would scroll the story behind it', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  await explore(reader);
  await page.evaluate(() =>
    window.addEventListener('mousedown', ({ defaultPrevented }) => {
      document.title = String(defaultPrevented);
    }),
  );
  const { width, height } = await reader.viewport();
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  await page.mouse.up();
  expect(await page.title()).toBe('true');
  await expect(page.locator('.explore-map')).toBeFocused();
});

test('while the story is read the map takes neither wheel nor finger', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[2]?.id);
  const { width, height } = await reader.viewport();
  const top = await reader.scrollTop();
  await page.mouse.move(width * 0.8, height * 0.3);
  await page.mouse.wheel(0, 200);
  await reader.atRest();
  expect(await reader.scrollTop()).toBeGreaterThan(top);
  const onMap = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.closest('.maplibre, .annotation-layer, .map-svg') ?? null,
    [width * 0.8, height * 0.3] as const,
  );
  expect(onMap).toBeNull();
});

test('a screen that has turned meanwhile goes on with the same section', async ({ reader }) => {
  const { page, sections } = reader;
  await reader.open(sections[3]?.id);
  const { width, height } = await reader.viewport();
  await explore(reader);
  await page.setViewportSize({ width: height, height: width });
  await page.keyboard.press('Escape');
  await reader.atRest(sections[3]?.id);
});
