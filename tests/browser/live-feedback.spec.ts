import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { scaffoldedSite } from '../support/authored-site.ts';
import { type DevServer, startDevServer } from '../support/dev-server.ts';
import { expect, test } from '../support/reader-test.ts';

const SLUG = 'the-crossing';
const SECTION = 'from-here-to-there';
let server: DevServer;
let file = '';
let written = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const root = await scaffoldedSite('written', SLUG);
  file = join(root, 'content', 'stories', SLUG, 'en', `20-${SECTION}.mdx`);
  written = await readFile(file, 'utf8');
  server = await startDevServer(root);
});

test.beforeEach(async ({ page }) => {
  await page.goto(`${server.url}/en/${SLUG}/#${SECTION}`);
  await settled(page);
});

test.afterEach(() => writeFile(file, written));
test.afterAll(() => server.stop());

const settled = (page: Page): Promise<void> =>
  expect(page.locator('story-map')).toHaveAttribute('data-settled', 'true');
const sectionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { scene?: { section: string } }>('story-map')?.scene?.section,
  );

test('changed words and a changed annotation appear on the open page, which stays at its section', async ({ page }) => {
  const changed = written
    .replace('Then the map moves on.', 'Then the words changed.')
    .replace('The next place', 'New words');
  await writeFile(file, changed);
  await expect(page.locator(`#${SECTION}`)).toContainText('Then the words changed.');
  await expect(page.locator('svg.annotation-layer')).toContainText('New words');
  await settled(page);
  expect(await sectionOf(page)).toBe(SECTION);
});

for (const [what, from, to, words] of [
  ['a field that does not exist', 'radiusKm: ', 'radiusMiles: ', ['A field that does not exist', 'There are: ']],
  ['a slip in the YAML', 'frame: {', 'frame: [', ['flow']],
  ['an unknown place', 'places: [first-place', 'places: [frist-place', ['Did you mean', 'first-place']],
] as const) {
  test(`${what} is shown over the page with file, line and cure; mended, the page comes back`, async ({ page }) => {
    await writeFile(file, written.replace(from, to));
    const overlay = page.locator('vite-error-overlay');
    await expect(overlay).toBeVisible();
    for (const text of [...words, `20-${SECTION}.mdx:4`]) await expect(overlay).toContainText(text);
    await writeFile(file, written);
    await expect(overlay).toBeHidden();
    await settled(page);
    expect(await sectionOf(page)).toBe(SECTION);
  });
}
