import { expect, test } from '../support/reader-test.ts';

test('the section list opens, goes to a section, and closes', async ({ reader }) => {
  await reader.open();
  const { page, sections } = reader;
  const list = page.locator('dialog.section-list');
  await expect(list).toBeHidden();
  await page.locator('[data-action="open-sections"]').click();
  await expect(list).toBeVisible();
  await expect(list.locator('a[href^="#"]')).toHaveCount(sections.length);
  const wanted = sections[3];
  if (!wanted) throw new Error('The story has fewer than four sections.');
  await list.locator(`a[href="#${wanted.id}"]`).click();
  await expect(list).toBeHidden();
  await reader.atRest(wanted.id);
});

test('the section list works by keyboard alone, and Escape gives the focus back', { tag: '@engine' }, async ({
  reader,
}) => {
  await reader.open();
  const { page, sections } = reader;
  const opener = page.locator('[data-action="open-sections"]');
  const list = page.locator('dialog.section-list');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null), 'focus is inside').toBe(true);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(list.locator('a[aria-current]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await reader.atRest(sections[1]?.id ?? '');
});

test('the list marks the section being read', async ({ reader }) => {
  const section = reader.sections[2];
  if (!section) throw new Error('The story has fewer than three sections.');
  await reader.open(section.id);
  await expect(reader.page.locator('dialog.section-list a[aria-current]')).toHaveAttribute('href', `#${section.id}`);
});
