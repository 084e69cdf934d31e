import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { type DevServer, startDevServer } from '../../src/cli/bench/dev-server.ts';
import type { Camera } from '../../src/geo/lng-lat.ts';
import { addDataStory, scaffoldedSite } from '../support/build-site.ts';
import { freePorts } from '../support/free-ports.ts';
import { settled } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { DATA_STORY } from '../support/sites.ts';

const SLUG = 'the-crossing';
const SECTION = 'from-here-to-there';
let server: DevServer;
let file = '';
let layersFile = '';
let written = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const root = await scaffoldedSite('written', SLUG);
  await addDataStory(root);
  layersFile = join(root, 'content', 'stories', DATA_STORY, 'layers.yaml');
  file = join(root, 'content', 'stories', SLUG, 'en', `20-${SECTION}.mdx`);
  written = await readFile(file, 'utf8');
  const [port = 0] = await freePorts(1);
  server = await startDevServer(root, port);
});

test.afterEach(async ({ page }) => {
  // A file put back sends its page away, which must not meet the next test's.
  await page.goto('about:blank');
  await writeFile(file, written);
});
test.afterAll(() => server.stop());

/** Each time hundreds of modules: tests that can, go on with the page of the one before in the same test. */
async function open(page: Page): Promise<void> {
  await page.goto(`${server.url}/en/${SLUG}/#${SECTION}`);
  await settled(page);
}

const sectionOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { scene?: { section: string } }>('story-map')?.scene?.section,
  );

/** Mistakes by what they are: what is written in place of what, and words that tell it. */
const MISTAKES = [
  ['a field that does not exist', 'radiusKm: ', 'radiusMiles: ', ['A field that does not exist', 'There are: ']],
  ['a slip in the YAML', 'frame: {', 'frame: [', ['flow']],
  ['an unknown place', 'places: [first-place', 'places: [frist-place', ['Did you mean', 'first-place']],
] as const;

test('changed words and a changed annotation appear on the open page, which stays at its section; so does a mistake, over the page with file, line and cure, until it is mended', async ({
  page,
}) => {
  await open(page);
  // Places are found and sheets are painted in workers here, too.
  expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
    expect.stringContaining('placement-worker'),
    expect.stringContaining('paint-worker'),
  ]);
  const changed = written
    .replace('Then the map moves on.', 'Then the words changed.')
    .replace('The next place', 'New words');
  await writeFile(file, changed);
  await expect(page.locator(`#${SECTION}`)).toContainText('Then the words changed.');
  await expect(page.locator('svg.annotation-layer')).toContainText('New words');
  await settled(page);
  expect(await sectionOf(page)).toBe(SECTION);
  const overlay = page.locator('vite-error-overlay');
  for (const [what, from, to, words] of MISTAKES) {
    await writeFile(file, written.replace(from, to));
    await expect(overlay, what).toBeVisible();
    for (const text of [...words, `20-${SECTION}.mdx:4`]) await expect(overlay, what).toContainText(text);
    await writeFile(file, written);
    await expect(overlay, what).toBeHidden();
    await settled(page);
    expect(await sectionOf(page), what).toBe(SECTION);
  }
});

test('what the page does without is on the console with its cause', async ({ page }) => {
  await page.route('**/basemap/*.json', (route) => route.fulfill({ status: 404 }));
  const warned = page.waitForEvent('console', (message) => message.text().startsWith('basemap-failed'));
  await page.goto(`${server.url}/en/${SLUG}/#${SECTION}`);
  expect((await warned).text()).toContain('.topo.json answered 404');
});

const mapCamera = (page: Page): Promise<Camera | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement & { scene?: { camera: Camera } }>('story-map')?.scene?.camera);

type Toolbar = HTMLElement & { readonly apps?: readonly { readonly id: string; readonly status: string }[] };

/** Opens the author's app in the toolbar, whose own bar comes and goes with the pointer. It hears a click once it is ready. */
async function openAuthorMode(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const toolbar = document.querySelector<Toolbar>('astro-dev-toolbar');
    return toolbar?.apps?.some(({ id, status }) => id === 'author-mode' && status === 'ready');
  });
  await page.locator('[data-app-id="author-mode"]').first().dispatchEvent('click');
  await expect(page.locator('.author-screens svg')).toHaveCount(3);
}

/** Lines of the file that are not as they were written. */
async function newLines(): Promise<readonly string[]> {
  const [before, after] = [written.split('\n'), (await readFile(file, 'utf8')).split('\n')];
  return after.filter((line) => !before.includes(line));
}

/** Presses a button of the author's that changes a file, and waits for the page that shows it. */
async function press(page: Page, name: string, words: string): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
  await page.getByRole('button', { name }).click();
  await expect(page.locator('html[data-before]')).toHaveCount(0);
  await said(page, words);
  await settled(page);
}

const said = (page: Page, words: string): Promise<void> => expect(page.locator('.author-said')).toContainText(words);

test('a view chosen on the map is written into its section and shown, and can be taken back', async ({ page }) => {
  await open(page);
  const start = await mapCamera(page);
  await openAuthorMode(page);
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, 300);
  await page.mouse.down();
  await page.mouse.move(960, 430, { steps: 4 });
  await page.mouse.up();
  const chosen = (await mapCamera(page)) ?? assert.fail('no scene');
  expect(chosen.zoom).toBeCloseTo((start?.zoom ?? 0) - 0.75, 5);
  await press(page, 'Use this view', `Written to content/stories/${SLUG}/en/20-${SECTION}.mdx`);
  expect(await newLines()).toEqual([
    expect.stringMatching(/^frame: \{ bounds: \[[\d., ]+\], keepVisible: \[first-place, second-place\] \}$/),
  ]);
  const solved = (await mapCamera(page)) ?? assert.fail('no scene');
  expect(solved.zoom).toBeCloseTo(chosen.zoom, 2);
  expect(solved.center[0]).toBeCloseTo(chosen.center[0], 2);
  expect(solved.center[1]).toBeCloseTo(chosen.center[1], 2);
  expect(await sectionOf(page)).toBe(SECTION);
  await press(page, 'Undo', 'Taken back in');
  expect(await readFile(file, 'utf8')).toBe(written);
  expect(await mapCamera(page)).toEqual(start);
});

test('a callout and a name are placed by a click', async ({ page }) => {
  await open(page);
  await openAuthorMode(page);
  await page.getByRole('button', { name: 'Place a callout' }).click();
  await page.mouse.click(1000, 300);
  await page.getByLabel('Head').fill('Just here');
  await press(page, 'Add', `20-${SECTION}.mdx`);
  await expect(page.locator('svg.annotation-layer')).toContainText('Just here');
  expect((await newLines()).slice(0, 2)).toEqual([
    '    id: callout-1',
    expect.stringMatching(/^ {4}at: \[[\d.]+, [\d.]+\]$/),
  ]);
  await page.getByRole('button', { name: 'Place a name' }).click();
  await page.mouse.click(1100, 350);
  await page.getByLabel('Name').fill('Third place');
  await page.getByLabel('Where its position comes from').fill('clicked');
  await press(page, 'Add', `Written to content/stories/${SLUG}/places.yaml`);
  await expect(page.locator('svg.annotation-layer')).toContainText('Third place');
  await press(page, 'Undo', 'places.yaml');
  await press(page, 'Undo', `20-${SECTION}.mdx`);
  expect(await readFile(file, 'utf8')).toBe(written);
});

test('a scale is tried on the map as it is chosen, written into layers.yaml, and shown', async ({ page }) => {
  const before = await readFile(layersFile, 'utf8');
  await page.goto(`${server.url}/en/${DATA_STORY}/#change`);
  await settled(page);
  await openAuthorMode(page);
  await page.getByText('Classes and colours of the data').press('Enter');
  await expect(page.locator('.author-counts')).toContainText('6 classes');
  await expect(page.locator('.author-break')).toHaveCount(5);
  await page.getByLabel('Classes', { exact: true }).fill('4');
  await expect(page.locator('.author-trial svg [class*="f-own-data-change-"]').first()).toBeAttached();
  await expect(page.locator('.author-counts')).toContainText('4 classes');
  await page.getByRole('radio', { name: /^purple-green: told apart/ }).press('Space');
  await expect(page.locator('.author-break')).toHaveCount(3);
  await press(page, 'Write to layers.yaml', `Written to content/stories/${DATA_STORY}/layers.yaml`);
  const scale = (from: string, ramp: string) => `kind: diverging, classes: ${from}, middle: 0, colors: ${ramp}`;
  expect(await readFile(layersFile, 'utf8')).toBe(
    before.replace(scale('6', 'blue-orange'), scale('4', 'purple-green')),
  );
  await expect(page.locator('.author-trial')).toHaveCount(0);
  await expect(page.locator('.author-counts')).toContainText('4 classes');
  await press(page, 'Undo', 'Taken back in');
  expect(await readFile(layersFile, 'utf8')).toBe(before);
});

test('edits from elsewhere, into other files or with values that are none are refused', async ({ page }) => {
  const edit = {
    kind: 'view',
    story: SLUG,
    section: SECTION,
    screen: 'any',
    bounds: [24, 36, 26, 38],
    pitch: 0,
    bearing: 0,
  };
  const ask = async (asked: object, headers: Record<string, string>): Promise<number> => {
    const own = { 'Content-Type': 'application/json', ...headers };
    return (await fetch(`${server.url}/_author/edit`, { method: 'POST', headers: own, body: JSON.stringify(asked) }))
      .status;
  };
  expect(await ask(edit, {})).toBe(403);
  expect(await ask(edit, { Origin: 'https://example.org' })).toBe(403);
  expect(await ask(edit, { Origin: server.url, 'Content-Type': 'text/plain' })).toBe(403);
  expect(await ask({ ...edit, story: '../../..' }, { Origin: server.url })).toBe(422);
  expect(await ask({ ...edit, bounds: [26, 36, 24, 38] }, { Origin: server.url })).toBe(422);
  expect(await ask({ ...edit, bounds: [100, 36, 101, 38] }, { Origin: server.url })).toBe(422);
  // A page of somebody else's in the author's own browser, with what it may send without asking.
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>elsewhere' }),
  );
  await page.goto('http://elsewhere.example/');
  await page.evaluate(([url, body]) => fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => {}), [
    `${server.url}/_author/edit`,
    JSON.stringify(edit),
  ] as const);
  expect(await readFile(file, 'utf8')).toBe(written);
});
