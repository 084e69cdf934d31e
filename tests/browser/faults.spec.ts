import assert from 'node:assert/strict';
import type { Page, Request, Route } from 'playwright/test';
import { filesNeededBy } from '../../src/site/links/site-files.ts';
import { editionOf } from '../support/editions.ts';
import { createHinderedReader, pretendWebGl } from '../support/fallback.ts';
import { readOn, settled, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

/** Ways for one file to fail. Each gives what the page gets instead, made from what it should have got. */
const FAULTS = {
  'is missing': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  'breaks the server': (route) => route.fulfill({ status: 500, body: '' }),
  'loses the connection': (route) => route.abort('connectionreset'),
  'comes cut in half': (route, body) => fulfill(route, body.subarray(0, body.length >> 1)),
  'comes garbled': (route, body) => fulfill(route, garbled(body)),
  'comes as plain text': (route, body) => fulfill(route, body, 'text/plain'),
} as const satisfies Readonly<Record<string, (route: Route, body: Buffer) => Promise<void>>>;

const fulfill = (route: Route, body: Buffer, contentType?: string): Promise<void> =>
  route.fulfill({ body, contentType: contentType ?? typeOf(route.request()) });

const typeOf = (request: Request): string => {
  const [, ending = ''] = /\.(\w+)$/.exec(new URL(request.url()).pathname) ?? [];
  return { js: 'text/javascript', json: 'application/json', woff2: 'font/woff2', svg: 'image/svg+xml' }[ending] ?? '';
};

/** A stretch in the middle is other bytes than it was. */
function garbled(body: Buffer): Buffer {
  const copy = Buffer.from(body);
  copy.fill('\u0001}{', body.length >> 1, (body.length >> 1) + Math.min(999, body.length >> 2));
  return copy;
}

/** What the page tells of the files that the map does not do without. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/\.topo\.json$/, 'basemap-failed'],
  [/\/story-marks\..*\.js$/, 'marks-failed'],
  [/\/placement\..*\.js$/, 'marks-failed'],
  [/\/(marks|d3)\..*\.js$/, 'marks-failed'],
  [/\/(light-stage|paint-service)\..*\.js$/, 'sheets-failed'],
  [/\/scenes\..*\.js$/, 'script-failed'],
  [/\/story-map\..*\.js$/, 'script-failed'],
  [/\/index\.astro.*\.js$/, 'script-failed'],
  [/\/libraries\..*\.js$/, 'script-failed'],
  [/\/rolldown-runtime\..*\.js$/, 'script-failed'],
];

async function expectReadable(page: Page, title: string): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('main > section').first()).toContainText(title);
  const pictures = page.locator('.stage:visible, main > section:first-of-type .static-map svg:visible');
  await expect(pictures.first()).toBeVisible();
}

/** One file of each kind: what becomes of a fault hangs on what reads the file, not on which it is. */
const KINDS: readonly RegExp[] = [/story-map.*\.js$/, /story-marks.*\.js$/, /\.topo\.json$/, /\.woff2$/];

const isLoadedAtFirst = (path: string): boolean => !/\.html$|maplibre|explore|embed-dialog/.test(path);

for (const [name, impose] of Object.entries(FAULTS)) {
  const isMissing = name === 'is missing';
  test(`${isMissing ? 'whichever file' : 'if a file of any kind'} of the load ${name}, the story can be read`, async ({
    page,
    siteName,
    told,
  }) => {
    const { site, told: edition } = await editionOf(siteName, told);
    const load = filesNeededBy(site, [edition.page]).filter(isLoadedAtFirst);
    const ofEachKind = KINDS.map((kind) => load.find((path) => kind.test(path)) ?? assert.fail(`no ${kind}`));
    const reader = await createHinderedReader(page, told);
    for (const path of isMissing ? load : ofEachKind) {
      const file = `**/${path}`;
      await page.route(file, (route) => impose(route, Buffer.from(site.get(path) ?? [])));
      await page.goto(told.url, { waitUntil: 'commit' });
      await expectReadable(page, told.story.sections[0]?.title ?? '–');
      const reason = REASONS.find(([pattern]) => pattern.test(path))?.[1];
      const isHarmless = name === 'comes as plain text' && path.endsWith('.json');
      if (reason && !isHarmless) await soon(() => reader.fallbacks(), path).toEqual([reason]);
      else await settled(page);
      expect(reader.errors, path).toEqual([]);
      await page.unroute(file);
    }
  });
}

test('every reason to tell is that of a file of the load', async ({ siteName, told }) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const load = filesNeededBy(site, [edition.page]).filter(isLoadedAtFirst);
  for (const [pattern] of REASONS)
    expect(
      load.some((path) => pattern.test(path)),
      String(pattern),
    ).toBe(true);
});

test('however MapLibre’s program fails, the drawing stays and says so', async ({ page, siteName, told }) => {
  const { site } = await editionOf(siteName, told);
  const path = [...site.keys()].find((name) => /maplibre-stage.*\.js$/.test(name)) ?? '';
  const reader = await createHinderedReader(page, told);
  await page.addInitScript(pretendWebGl);
  for (const [name, impose] of Object.entries(FAULTS)) {
    await page.route(`**/${path}`, (route) => impose(route, Buffer.from(site.get(path) ?? [])));
    await page.goto(told.url);
    await readOn(page);
    await soon(() => reader.fallbacks(), name).toEqual(['map-failed']);
    expect(await reader.stage(), name).toBe('light');
    await page.unroute(`**/${path}`);
  }
  expect(reader.errors).toEqual([]);
});

test('scripts that never come leave the article, and come they then, they leave it alone', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.clock.install();
  await page.route('**/_astro/libraries*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(told.url, { waitUntil: 'commit' });
  await expect(page.locator('footer.end-matter')).toBeAttached();
  await page.clock.fastForward(20_000);
  await soon(() => reader.fallbacks()).toEqual(['script-failed']);
  await expect(page.locator('main > section').first().locator('.static-map svg')).toBeVisible();
  release();
  await page.waitForLoadState('load');
  await expect(page.locator('.stage')).toBeHidden();
  expect(reader.errors).toEqual([]);
});

test('a basemap that stands still is given up, and the drawing goes on', async ({ page, siteName, told }) => {
  const { site } = await editionOf(siteName, told);
  const reader = await createHinderedReader(page, told);
  await page.clock.install();
  let asked = 0;
  await page.route('**/basemap/*.json', () => {
    asked += 1;
  });
  // Time passes below for scripts that are on their way, too.
  const scripts = [...site.keys()].filter((path) => /\/(story-marks|marks|d3)\..*\.js$/.test(path));
  const come = scripts.map((path) => page.waitForEvent('requestfinished', (request) => request.url().endsWith(path)));
  await page.goto(told.url);
  await Promise.all(come);
  for (const times of [1, 2]) {
    await soon(() => asked).toBe(times);
    await page.clock.fastForward(16_000);
    await page.clock.runFor(2000);
  }
  await soon(() => reader.fallbacks()).toEqual(['basemap-failed']);
  await expectReadable(page, told.story.sections[0]?.title ?? '–');
  expect(reader.errors).toEqual([]);
});

test('so is the script of the marks', async ({ page, told }) => {
  const reader = await createHinderedReader(page, told);
  await page.clock.install();
  let asked = 0;
  await page.route('**/story-marks*.js', () => {
    asked += 1;
  });
  await page.goto(told.url, { waitUntil: 'commit' });
  await soon(() => asked).toBe(1);
  await page.clock.fastForward(31_000);
  await soon(() => reader.fallbacks()).toEqual(['marks-failed']);
  await expectReadable(page, told.story.sections[0]?.title ?? '–');
  expect(reader.errors).toEqual([]);
});
