import { SCAFFOLDED } from '../support/authored-stories.ts';
import { expect, test } from '../support/reader-test.ts';

test('a scaffolded story opens, and its map follows the reader', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`/en/${SCAFFOLDED}/#from-here-to-there`);
  await expect(page.locator('story-map')).toHaveAttribute('data-settled', 'true');
  await expect(page.locator('svg.annotation-layer')).toContainText('The next place');
  await expect(page.locator('svg.annotation-layer')).toContainText('Second place');
  expect(errors).toEqual([]);
});
