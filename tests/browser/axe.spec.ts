import type { Page } from 'playwright/test';
import { findBarriers } from '../support/axe.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';

test.use({ pace: QUICK });

for (const [colorScheme, part] of [
  ['light', 'all'],
  ['dark', 'colours'],
] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    const expectClear = async (page: Page, where: string): Promise<void> =>
      expect.soft(await findBarriers(page, part), where).toEqual([]);

    test('the pages without a map', async ({ page, told }) => {
      for (const path of ['/', ...told.story.pages.map(({ id }) => `${told.url}${id}/`)]) {
        await page.goto(path);
        await expectClear(page, path);
      }
    });

    test('the story at its start, middle and end, with the section list, and while they explore the map', async ({
      reader,
    }) => {
      const { page, sections } = reader;
      await reader.open();
      await expectClear(page, 'start');
      for (const share of [0.5, 1]) {
        const id = sections[Math.round((sections.length - 1) * share)]?.id ?? '';
        await reader.follow(id);
        await reader.atRest(id);
        await expectClear(page, id);
      }
      await page.locator('[data-action="open-sections"]').click();
      await expect(page.locator('dialog.section-list')).toBeVisible();
      await expectClear(page, 'section list');
      await page.locator('.settings [data-action="explore"]').click();
      await expect(page.locator('dialog.explore')).toBeVisible();
      await reader.atRest();
      await expectClear(page, 'explore');
    });
  });
}
