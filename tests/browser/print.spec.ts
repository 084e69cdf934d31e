import type { Page } from 'playwright/test';
import { expect, test } from '../support/reader-test.ts';

const pageCount = async (page: Page, format: 'A4' | 'Letter'): Promise<number> =>
  (await page.pdf({ format, printBackground: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Of a computed colour, 0 to 1: near 1 is paper. */
const lightness = (color: string): number =>
  (color.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part) / 765, 0);

for (const format of ['A4', 'Letter'] as const) {
  test(`each section is one page of ${format}`, async ({ page, told }) => {
    await page.goto(told.url);
    expect(await pageCount(page, format)).toBe(told.story.sections.length);
  });
}

test('paper shows every title and map on white, and no furniture, even in a dark theme', async ({ reader }) => {
  const { page, sections } = reader;
  await page.emulateMedia({ colorScheme: 'dark' });
  await reader.open(sections.at(-1)?.id);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  for (const part of ['.bar', '.stage', '.rail', 'dialog', '.end-matter']) {
    for (const element of await page.locator(part).all()) await expect(element).toBeHidden();
  }
  for (const { id } of sections) {
    const section = page.locator(`main > #${id}`);
    await expect(section.locator('h1, h2')).toHaveCount(1);
    await expect(section.locator('.static-map > svg')).toBeVisible();
    const sea = await section.locator('.bm-sea').evaluate((ground) => getComputedStyle(ground).fill);
    const ink = await section.locator('.body').evaluate((text) => getComputedStyle(text).color);
    expect(lightness(sea), `${id}: the sea is ${sea}`).toBeGreaterThan(0.9);
    expect(lightness(ink), `${id}: the ink is ${ink}`).toBeLessThan(0.2);
  }
});
