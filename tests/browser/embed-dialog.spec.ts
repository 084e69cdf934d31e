import { atRestIn, expect, soon, storyFrame, test } from '../support/embed-test.ts';
import { historyLength, startHistory } from '../support/history.ts';

test('the dialog offers snippets that work, and shows the story in every width', async ({ reader, baseURL, told }) => {
  const { page } = reader;
  await reader.open();
  const before = await startHistory(page);
  await page.locator('[data-action="open-sections"]').click();
  await page.locator('[data-action="embed"]').click();
  const dialog = page.locator('dialog.embed-dialog');
  await expect(dialog).toBeVisible();
  const frame = await storyFrame(page);
  await atRestIn(frame, told.story.sections[0]?.id);
  for (const [width, pixels] of [
    ['22.5rem', 360],
    ['42.5rem', 680],
    ['100%', 900],
  ] as const) {
    await dialog.locator(`input[value="${width}"]`).check();
    await soon(() => frame.evaluate(() => window.innerWidth)).toBeGreaterThan(pixels - 4);
  }
  const code = dialog.locator('textarea');
  const story = `${baseURL}${told.url}`;
  for (const kind of ['script', 'iframe', 'wordpress', 'amp', 'card']) {
    await dialog.locator('select').selectOption(kind);
    await expect(code).toHaveValue(new RegExp(`"${story}`));
    const addresses = [...(await code.inputValue()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    for (const address of addresses) expect((await page.request.get(address ?? '')).status(), address).toBe(200);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await soon(() => page.frames().length).toBe(1);
  expect(await historyLength(page)).toBe(before);
});
