import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { brandedSite, MANY_LANGUAGES } from '../support/build-site.ts';
import { type BuiltFile, readBuiltFiles, textOf } from '../support/built-files.ts';

/** A site in another brand, built by the same program. */
let files: readonly BuiltFile[] = [];

before(
  async () => {
    files = await readBuiltFiles((await brandedSite()).dist);
  },
  { timeout: 300_000 },
);

const page = (path: string): string => {
  const found = files.find((file) => file.path === path);
  assert.ok(found, path);
  return textOf(found);
};

test('pages have the colours of the brand, in light and dark, and none of the shipped theme', () => {
  const html = page(`en/${MANY_LANGUAGES}/index.html`);
  assert.match(html, /--paper:#f7fbfc/);
  assert.match(html, /--map-sea:#bfdce8/);
  assert.match(html, /--paper:#0b1a26/);
  assert.match(html, /name="theme-color" content="#f7fbfc"/);
  assert.doesNotMatch(html, /#fbf8f1|#cfdbdd/);
});

test('scripts paint the map in the same colours', () => {
  const scripts = files
    .filter(({ path }) => path.endsWith('.js'))
    .map(textOf)
    .join('\n');
  assert.match(scripts, /#BFDCE8/i);
  assert.doesNotMatch(scripts, /#FBF8F1/i);
});

test('text is set in the brand’s faces, with a part of its own for Cyrillic, and names on the map are measured in them', () => {
  const html = page(`uk/${MANY_LANGUAGES}/index.html`);
  assert.match(html, /--font-latin:\s*"?Commissioner/);
  assert.match(html, /U\+400-52f/);
  assert.match(html, /"?Like Commissioner"?/);
  assert.match(html, /--font-figures:\s*"?Atkinson/);
  assert.doesNotMatch(html, /Newsreader-/);
  const widths = files
    .filter(({ path }) => path.endsWith('.js'))
    .map(textOf)
    .join('\n');
  assert.ok(widths.includes('Ж'), 'letter widths of Cyrillic');
});

test('the publisher stands at the head and foot of each page, in its language', () => {
  const [english, ukrainian] = [page(`en/${MANY_LANGUAGES}/index.html`), page(`uk/${MANY_LANGUAGES}/index.html`)];
  assert.match(english, /class="logo" href="https:\/\/harbour\.example\/"/);
  assert.match(english, /src="[./]*brand\/logo\.svg"/);
  assert.match(english, /You may republish this story/);
  assert.match(english, /mailto:corrections@harbour\.example/);
  assert.match(ukrainian, /Вихідні дані/);
  assert.match(english, /name="twitter:site" content="@harbourwatch"/);
  assert.match(
    english,
    /"publisher":\{"@type":"Organization","name":"The Harbour Watch","url":"https:\/\/harbour\.example\/"\}/,
  );
});

test('the list of stories is the publisher’s, in the languages it asks for', () => {
  assert.match(page('index.html'), /<h1>The Harbour Watch<\/h1>/);
  assert.match(page('uk/index.html'), /<h1>Портова варта<\/h1>/);
  const landings = files.map(({ path }) => path).filter((path) => /^[^/]+\/index\.html$/.test(path));
  assert.deepEqual(landings.sort(), ['en/index.html', 'fa/index.html', 'uk/index.html']);
});
