import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Browser } from 'playwright';
import { captureSet } from '../../../src/cli/shots/capture.ts';
import { renderContactSheet } from '../../../src/cli/shots/contact-sheet.ts';
import { planShots, type ShotOptions, type SitePage } from '../../../src/cli/shots/shot-plan.ts';
import { readPage } from '../../../src/cli/shots/site-pages.ts';
import { parseShots } from '../../../src/cli/shots.ts';

const ALL: ShotOptions = {
  only: [],
  story: null,
  locale: null,
  sizes: ['desktop', 'phone'],
  themes: ['light', 'dark'],
  editions: [],
};

const page = (path: string, story: string | null, ids: readonly string[] = []): SitePage => ({
  path,
  locale: 'en',
  story,
  title: `Page ${path}`,
  sections: ids.map((id) => ({ id, title: `About ${id}` })),
});

const SITE = [page('/en/nile/', 'nile', ['opening', 'source']), page('/en/nile/how/', 'nile'), page('/', null)];

test('every section and page is taken once at each size in each theme', () => {
  const sets = planShots(SITE, ALL);
  assert.deepEqual(
    sets.map(({ sheet }) => sheet),
    ['contact-desktop-light.png', 'contact-desktop-dark.png', 'contact-phone-light.png', 'contact-phone-dark.png'],
  );
  assert.deepEqual(
    sets[0]?.shots.map(({ file }) => file),
    [
      'en/desktop-light/00-opening.png',
      'en/desktop-light/01-source.png',
      'en/desktop-light/02-how.png',
      'en/desktop-light/03-landing.png',
    ],
  );
});

test('an edition has each section and page once, in a folder and on a sheet of its own', () => {
  const sets = planShots(SITE, { ...ALL, sizes: [], editions: ['no-script', 'small'] });
  assert.deepEqual(
    sets.map(({ sheet, size, shots }) => [sheet, size.width, shots.length]),
    [
      ['contact-no-script.png', 390, 4],
      ['contact-small.png', 320, 4],
    ],
  );
  assert.equal(sets[0]?.shots[0]?.file, 'en/no-script/00-opening.png');
});

test('a story on other people’s pages is taken in every mode, and where it moves at more than one place', () => {
  const [set] = planShots(SITE, { ...ALL, sizes: [], editions: ['embed-phone-dark'] });
  assert.equal(set?.theme, 'dark');
  assert.deepEqual(
    set?.shots.map(({ embed, section }) => [embed?.mode, section]),
    [
      ['scroll', 'opening'],
      ['scroll', 'source'],
      ['contained', 'opening'],
      ['contained', 'source'],
      ['flat', 'opening'],
      ['card', 'opening'],
    ],
  );
});

test('no two pictures share a file, even where stories share the ids of sections', () => {
  const two = [...SITE, page('/en/rhine/', 'rhine', ['opening', 'source'])];
  const files = planShots(two, ALL).flatMap(({ shots }) => shots.map(({ file }) => file));
  assert.equal(new Set(files).size, files.length);
});

test('each language has pictures and sheets of its own, and may be taken alone', () => {
  const two = [...SITE, { ...page('/ar/nile/', 'nile', ['opening', 'source']), locale: 'ar' }];
  const sheets = planShots(two, ALL).map(({ sheet }) => sheet);
  assert.equal(new Set(sheets).size, 8);
  assert.ok(sheets.includes('contact-en-phone-dark.png') && sheets.includes('contact-ar-phone-dark.png'));
  const files = planShots(two, { ...ALL, locale: 'ar', sizes: ['phone'], themes: ['light'] });
  assert.deepEqual(
    files.flatMap(({ shots }) => shots.map(({ file }) => file)),
    ['ar/phone-light/00-opening.png', 'ar/phone-light/01-source.png'],
  );
});

test('--only picks sections and pages by id', () => {
  const [set] = planShots(SITE, { ...ALL, only: ['source', 'how'] });
  assert.deepEqual(
    set?.shots.map(({ section, path }) => section ?? path),
    ['source', '/en/nile/how/'],
  );
});

test('the command line is read, and what it does not know is refused with what it does', () => {
  assert.equal(parseShots(['--help']), null);
  const command = parseShots(['--only', 'a', '--only', 'b', '--size', 'phone', '--story', 'nile']);
  assert.deepEqual(command?.only, ['a', 'b']);
  assert.deepEqual(command?.sizes, ['phone']);
  assert.deepEqual(command?.themes, ['light', 'dark']);
  assert.deepEqual(command?.editions, [], 'a size asks for the page as most readers have it');
  assert.deepEqual(parseShots([])?.editions.length, 10);
  assert.deepEqual(parseShots(['--edition', 'print']), {
    ...parseShots([]),
    sizes: [],
    editions: ['print'],
  });
  assert.throws(() => parseShots(['--edition', 'braille']), { message: /no-webgl or .*; found "braille"/ });
  assert.throws(() => parseShots(['--size', 'watch']), { message: /desktop or phone; found "watch"/ });
});

test('a page of the site tells its story, its language and its sections', () => {
  const story = { slug: 'nile', sections: [{ id: 'opening', title: 'The Nile' }] };
  const html = `<html lang="en" dir="ltr"><title>Nile</title><script type="application/json" id="story-data">${JSON.stringify({ story })}</script>`;
  assert.deepEqual(readPage('/en/nile/', html), {
    path: '/en/nile/',
    locale: 'en',
    story: 'nile',
    title: 'Nile',
    sections: [{ id: 'opening', title: 'The Nile' }],
  });
});

test('a contact sheet shows each picture with its label, whatever signs it holds', () => {
  const shot = { file: 'en/a.png', path: '/en/', section: 'a', label: '01 a · Salt & <Pepper>' };
  const html = renderContactSheet({
    name: 'desktop-light',
    size: { width: 1440, height: 900 },
    theme: 'light',
    edition: null,
    sheet: 'contact.png',
    shots: [shot],
  });
  assert.match(html, /src="en\/a\.png"/);
  assert.match(html, /Salt &amp; &lt;Pepper/);
});

/** A browser in whose pages one section never comes to rest. */
function browserWithout(restless: string) {
  const taken: string[] = [];
  const pageOf = () => {
    let address = '';
    return {
      goto: (href: string) => {
        address = href;
        return Promise.resolve();
      },
      url: () => address,
      evaluate: async () => undefined,
      waitForFunction: (_: unknown, section?: string) =>
        section === restless ? Promise.reject(new Error('Timeout 30000ms exceeded.')) : Promise.resolve(),
      screenshot: ({ path }: { readonly path: string }) => Promise.resolve(taken.push(path)),
      close: async () => undefined,
    };
  };
  const context = { newPage: async () => pageOf(), close: async () => undefined };
  const browser = { newContext: async () => context, newPage: async () => pageOf() };
  return { browser: browser as unknown as Browser, taken };
}

test('a page that does not come to rest is told, and all others are taken and stand on the sheet', async () => {
  const out = await mkdtemp(join(tmpdir(), 'shots-'));
  const sections = ['one', 'two', 'three'].map((id) => ({ id, title: id }));
  const page = { path: '/en/story/', locale: 'en', story: 'story', title: 'Story', sections };
  const [set] = planShots([page], {
    only: [],
    story: null,
    locale: null,
    sizes: ['phone'],
    themes: ['light'],
    editions: [],
  });
  assert.ok(set);
  const { browser, taken } = browserWithout('two');
  const missed: string[] = [];
  const shown: string[] = [];
  await captureSet(browser, set, {
    baseUrl: 'http://localhost/',
    out,
    pages: 2,
    onShot: ({ section }) => shown.push(section ?? ''),
    onMissed: (file, reason) => missed.push(`${file} ${reason}`),
  });
  assert.deepEqual(shown.sort(), ['one', 'three']);
  assert.equal(missed.length, 1);
  assert.match(missed[0] ?? '', /two\.png .*did not come to rest at "two"/);
  assert.equal(taken.filter((path) => /(one|three)\.png$/.test(path)).length, 2);
  const sheet = await readFile(join(out, set.sheet.replace(/png$/, 'html')), 'utf8');
  assert.ok(sheet.includes('one.png') && sheet.includes('three.png') && !sheet.includes('two.png'));
  await rm(out, { recursive: true });
});
