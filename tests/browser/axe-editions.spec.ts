import type { Page } from 'playwright/test';
import { findBarriers } from '../support/axe.ts';
import { expect, test } from '../support/reader-test.ts';

/** Axe is a script itself and waits for timers, so scripting cannot be switched off: the page's own scripts are refused. */
async function refuseScripts(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
    await route.fulfill({ response, headers });
  });
}

test('the story with less motion', async ({ reader }) => {
  const { page, sections } = reader;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.open(sections[2]?.id);
  expect(await findBarriers(page)).toEqual([]);
});

test('the story without scripting', async ({ page, told }) => {
  await refuseScripts(page);
  await page.goto(told.url);
  await expect(page.locator('.stage')).toBeHidden();
  expect(await findBarriers(page)).toEqual([]);
});

test('axe finds what is wrong', async ({ page, told }) => {
  await page.goto(told.url);
  await page.evaluate(() => document.querySelector('main h1')?.replaceWith(document.createElement('img')));
  expect(await findBarriers(page)).toContainEqual(expect.stringMatching(/^image-alt: /));
  await page.addStyleTag({ content: '.end-matter * { color: #999 !important; background: #fff !important }' });
  expect(await findBarriers(page, 'colours')).toContainEqual(expect.stringMatching(/^color-contrast: /));
});
