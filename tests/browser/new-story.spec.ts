import { SCAFFOLDED } from '../support/authored-stories.ts';
import { settled } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

test('a scaffolded story opens, and its map follows the reader', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`/en/${SCAFFOLDED}/#from-here-to-there`);
  await settled(page);
  await expect(page.locator('svg.annotation-layer')).toContainText('The next place');
  await expect(page.locator('svg.annotation-layer')).toContainText('Second place');
  expect(errors).toEqual([]);
});
