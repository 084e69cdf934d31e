import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

test('J and K go from section to section', { tag: '@engine' }, async ({ reader }) => {
  await reader.open();
  const { page, sections } = reader;
  await page.keyboard.press('k');
  await reader.atRest(sections[0]?.id);
  for (const index of [1, 2, 3]) {
    await page.keyboard.press('j');
    await reader.atRest(sections[index]?.id);
  }
  await page.keyboard.press('k');
  await reader.atRest(sections[2]?.id);
  expect(await page.evaluate(() => document.activeElement?.id), 'the keyboard goes on from there').toBe(
    sections[2]?.id,
  );
});

test('who goes on by J is held at the section while a scroll under way still pulls the page', async ({ reader }) => {
  await reader.open();
  const { page, sections } = reader;
  await reader.follow(sections[1]?.id ?? '');
  await reader.atRest(sections[1]?.id);
  const landing = await reader.scrollTop();
  await reader.follow(sections[0]?.id ?? '');
  await reader.atRest(sections[0]?.id);
  await page.evaluate(() => {
    const pull = (): void => window.scrollBy({ top: 400, behavior: 'instant' });
    // After the page's own ears, in the frames that follow.
    window.addEventListener('keydown', () => requestAnimationFrame(() => requestAnimationFrame(pull)), { once: true });
  });
  await page.keyboard.press('j');
  await reader.atRest(sections[1]?.id);
  expect(await reader.scrollTop()).toBe(landing);
  await page.keyboard.press('ArrowDown');
  await soon(() => reader.scrollTop(), 'and let go by a key of their own').not.toBe(landing);
  await reader.atRest();
  expect(await reader.scrollTop()).toBeGreaterThan(landing);
});

test('J means J with a modifier, in a form field, in the section list, and where the reader has switched it off', async ({
  reader,
}) => {
  await reader.open();
  const { page, sections } = reader;
  const first = sections[0]?.id ?? '';
  for (const key of ['Control+j', 'Alt+j', 'Shift+J']) await page.keyboard.press(key);
  await page.evaluate(() => document.querySelector('main .card')?.append(document.createElement('input')));
  await page.evaluate(() => document.querySelector<HTMLElement>('main input')?.focus({ preventScroll: true }));
  await page.keyboard.press('j');
  await page.evaluate(() => document.querySelector('main input')?.remove());
  await page.locator('[data-action="open-sections"]').click();
  await page.keyboard.press('j');
  await page.locator('.settings input[name="keys"]').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect((await reader.atRest()).section).toBe(first);
});

test('the buttons in the bar go back and on, and know both ends', async ({ reader }) => {
  const { page, sections } = reader;
  const last = sections.at(-1)?.id ?? '';
  await reader.open();
  const [back, on] = [page.locator('[data-action="previous"]'), page.locator('[data-action="next"]')];
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await on.click();
  await reader.atRest(sections[1]?.id);
  await expect(back).toHaveAttribute('aria-disabled', 'false');
  await on.click();
  await reader.atRest(sections[2]?.id);
  await back.click();
  await reader.atRest(sections[1]?.id);
  await reader.follow(last);
  await reader.atRest(last);
  await expect(on).toHaveAttribute('aria-disabled', 'true');
  const box = await on.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0), 'large enough for a finger').toBeGreaterThanOrEqual(44);
});
