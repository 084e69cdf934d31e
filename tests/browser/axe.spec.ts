import type { Page } from 'playwright/test';
import { findBarriers } from '../support/axe.ts';
import { expect, test } from '../support/reader-test.ts';

type Expect = (page: Page, where: string) => Promise<void>;

const expectIn =
  (part: 'all' | 'colours'): Expect =>
  async (page, where) =>
    expect.soft(await findBarriers(page, part), where).toEqual([]);

const expectNoBarriers = expectIn('all');

/** Axe is a script itself and waits for timers, so scripting cannot be switched off: the page's own scripts are refused. */
async function refuseScripts(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
    await route.fulfill({ response, headers });
  });
}

for (const [colorScheme, part] of [
  ['light', 'all'],
  ['dark', 'colours'],
] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    const expectClear = expectIn(part);

    test('the pages without a map', async ({ page, told }) => {
      for (const path of ['/', ...told.story.pages.map(({ id }) => `${told.url}${id}/`)]) {
        await page.goto(path);
        await expectClear(page, path);
      }
    });

    test('the story at its start, middle and end, with the section list, and in the reader’s own hands', async ({
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

test('the story with less motion', async ({ reader }) => {
  const { page, sections } = reader;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open(sections[2]?.id);
  await expectNoBarriers(page, sections[2]?.id ?? '');
});

test('the story without scripting', async ({ page, told }) => {
  await refuseScripts(page);
  await page.goto(told.url);
  await expect(page.locator('.stage')).toBeHidden();
  await expectNoBarriers(page, told.url);
});

test('axe finds what is wrong', async ({ page, told }) => {
  await page.goto(told.url);
  await page.evaluate(() => document.querySelector('main h1')?.replaceWith(document.createElement('img')));
  expect(await findBarriers(page)).toContainEqual(expect.stringMatching(/^image-alt: /));
  await page.addStyleTag({ content: '.end-matter * { color: gray !important; background: gray !important }' });
  expect(await findBarriers(page, 'colours')).toContainEqual(expect.stringMatching(/^color-contrast: /));
});
