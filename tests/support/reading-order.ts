import { readFocus, type Stop } from './focus.ts';
import type { Reader } from './reader.ts';
import { expect } from './reader-test.ts';

/** Goes through the story by Tab: everything is reached in reading order, and what has the focus is never hidden. */
export async function expectReadingOrder(reader: Reader): Promise<void> {
  await reader.open();
  const { page, sections } = reader;
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  const seen: Stop[] = [];
  for (let count = 0; count < 150; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await readFocus(page);
    if (!stop) break;
    seen.push(stop);
  }
  expect(seen.filter(({ hiddenBy }) => hiddenBy !== null)).toEqual([]);
  expect(
    seen.filter(({ outlinePx }) => outlinePx < 2).map(({ name }) => name),
    'focus is visible',
  ).toEqual([]);
  const orders = seen.map(({ order }) => order);
  expect(orders, 'in reading order').toEqual([...orders].sort((a, b) => a - b));
  const visited = [...new Set(seen.map(({ section }) => section).filter(Boolean))];
  const ids = sections.map(({ id }) => id).filter((id) => visited.includes(id));
  expect(visited, 'through the sections as they are told').toEqual(ids);
  expect(visited.length).toBeGreaterThan(sections.length / 3);
}
