import type { Page } from 'playwright/test';
import { readOn, settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { DATA_STORY } from '../support/sites.ts';

async function open(page: Page, id: string, locale = 'en'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`/${locale}/${DATA_STORY}/#${id}`);
  await readOn(page);
  await settled(page);
}

const card = (page: Page) => page.locator('.value-card');
const said = (page: Page) => page.locator('.value-reader [role="status"]');

/** A point of the screen where a district lies, clear of cards and legends: words stand where reading begins. */
function pointOn(page: Page, locale = 'en'): readonly [number, number] {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return [width * (locale === 'ar' ? 0.35 : 0.65), height * (width < 700 ? 0.3 : 0.45)];
}

// The reader's fixture fails a test on any error of the page and any request to another origin.
test.beforeEach(({ reader }) => void reader);

test('nothing of data is asked for before the first picture, and values only once somebody points', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/en/${DATA_STORY}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const early = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const files = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/_map\/|map-sources|value-reader/.test(name));
    return files.filter(({ startTime }) => startTime < (paint?.startTime ?? 0)).map(({ name }) => name);
  });
  expect(early).toEqual([]);
  await settled(page);
  expect(asked.filter((url) => url.includes('/_map/')).length).toBeGreaterThan(0);
  expect(asked.filter((url) => url.includes('/values-'))).toEqual([]);
});

test('a mouse over a shape, and arrow keys, tell its name, its value and its date, and Escape takes them away', {
  tag: '@engine',
}, async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has neither');
  for (const locale of ['en', 'ar']) {
    await open(page, 'stands-out', locale);
    const [x, y] = pointOn(page, locale);
    await page.mouse.move(x, y);
    await expect(card(page)).toBeVisible();
    const [name = '', figure = '', time = ''] = await card(page).locator('p').allTextContents();
    const row = page.locator('#stands-out .data-words tr', { hasText: name });
    await expect(row.locator('td').last()).toHaveText(figure.split(' ')[0] ?? '');
    await expect(page.locator('#stands-out .data-words th').filter({ hasText: time })).toHaveCount(1);
    await expect(said(page)).toHaveText('');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await page.locator('.value-keys').focus();
    const told = new Set<string>();
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await expect(said(page)).not.toHaveText('');
      told.add((await said(page).textContent()) ?? '');
    }
    expect(told.size).toBeGreaterThan(1);
    await page.locator('.value-keys').blur();
    await expect(card(page)).toBeHidden();
    await page.mouse.move(x + 5, y);
    await expect(card(page)).toBeVisible();
    await page.locator('#stands-out .card').hover({ force: true });
    await expect(card(page), 'over words nothing is told').toBeHidden();
  }
});

test('while the map is moved a tap tells a value, which stays with its shape, and Escape first takes that away', async ({
  page,
  isMobile,
}) => {
  await open(page, 'stands-out');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="explore"]')?.click());
  const map = page.locator('.explore-map');
  await expect(map).toBeVisible();
  const [x, y] = pointOn(page);
  if (isMobile) {
    await page.touchscreen.tap(x, y);
    await expect(said(page)).not.toHaveText('');
  } else {
    await page.locator('.value-keys').focus();
    await page.keyboard.press('ArrowUp');
    await expect(said(page)).not.toHaveText('');
  }
  await expect(card(page)).toBeVisible();
  const before = await card(page).evaluate(({ style }) => style.transform);
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-zoom="1"]')?.click());
  await soon(() => card(page).evaluate(({ style }) => style.transform)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(map, 'the map is still the reader’s').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map).toBeHidden();
});

test('where tables stand in the text, their heads sort them', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same on every screen');
  await page.goto(`/en/${DATA_STORY}/embed/?mode=flat`);
  const table = page.locator('#years .data-words table').first();
  const cells = () =>
    table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => Number(row.querySelector('td')?.dataset['key'])));
  const before = await cells();
  const [, head] = await table.locator('thead th').all();
  await head?.getByRole('button').click();
  await expect(head ?? table).toHaveAttribute('aria-sort', 'descending');
  expect(await cells()).toEqual(before.toSorted((a, b) => b - a));
  await page.keyboard.press('Enter');
  await expect(head ?? table).toHaveAttribute('aria-sort', 'ascending');
  expect(await cells()).toEqual(before.toSorted((a, b) => a - b));
});
