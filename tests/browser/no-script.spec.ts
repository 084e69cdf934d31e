import { expect, test } from '../support/reader-test.ts';

test.use({ javaScriptEnabled: false });

test('without scripting every section shows its text and its own map, and nothing runs off the side', async ({
  page,
  told,
}) => {
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(told.url);
    for (const { id } of told.story.sections) {
      const section = page.locator(`main > #${id}`);
      await expect(section.locator('.body')).toBeVisible();
      const map = await section.locator('.static-map > svg').boundingBox();
      expect(map?.width ?? 0, `${id} at ${width}`).toBeGreaterThanOrEqual(Math.min(width, 480));
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `width ${width}`).toBeLessThanOrEqual(
      width,
    );
  }
});

test('without scripting the parts that need it are not there, and the contents are a list', async ({ page, told }) => {
  await page.goto(told.url);
  for (const part of ['.stage', '.rail', '.progress', '.scroll-hint', '.bar button', '.section-list button']) {
    for (const element of await page.locator(part).all()) await expect(element).toBeHidden();
  }
  const list = page.locator('.section-list a[href^="#"]');
  await expect(list).toHaveCount(told.story.sections.length);
  await list.last().click();
  await expect(page.locator(`#${told.story.sections.at(-1)?.id}`)).toBeInViewport();
});

test('without scripting a note’s figure leads to the note', async ({ page, told }) => {
  await page.goto(told.url);
  const reference = page.locator('.note-ref a').first();
  const target = await reference.getAttribute('href');
  await reference.click();
  await expect(page.locator(`[id="${target?.slice(1)}"]`)).toBeInViewport();
});
