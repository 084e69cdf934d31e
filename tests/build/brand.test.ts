import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { builtSite } from '../support/build-site.ts';
import { type BuiltFile, readBuiltFiles, textOf } from '../support/built-files.ts';
import { MANY_LANGUAGES } from '../support/sites.ts';

/** A site in another brand, built by the same program. */
let files: readonly BuiltFile[] = [];

before(
  async () => {
    files = await readBuiltFiles((await builtSite('harbour')).dist);
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

test('corrections stand at the end of the story with their dates, in its language, and in what it tells machines', () => {
  for (const [locale, day, words] of [
    ['en', '29 November 2026', 'An earlier version counted the passengers of another summer.'],
    ['uk', '29 листопада 2026 р.', 'У попередній версії було пораховано пасажирів іншого літа.'],
  ] as const) {
    const html = page(`${locale}/${MANY_LANGUAGES}/index.html`);
    const shown = /<p[^>]*> *<time class="?correction-date"? datetime="?2026-11-29"?> *([^<]*?) *<\/time>([^<]*)</.exec(
      html,
    );
    assert.deepEqual(
      shown?.slice(1).map((text) => text.replaceAll(/\s+/g, ' ').trim()),
      [day, words],
    );
    const told = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
    const { correction } = JSON.parse(told) as { readonly correction?: unknown };
    assert.deepEqual(correction, [{ '@type': 'CorrectionComment', text: words, datePublished: '2026-11-29' }]);
  }
});

test('a shared link to the list of stories shows the publisher’s picture, one to a story its own card', () => {
  const shared = (path: string): readonly (string | undefined)[] => {
    const html = page(path);
    return ['og:image', 'og:image:alt'].map(
      (name) => new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(html)?.[1],
    );
  };
  assert.deepEqual(shared('en/index.html'), ['../brand/share.png', 'A quay with two cranes']);
  assert.deepEqual(shared('uk/index.html'), ['../brand/share.png', 'Причал із двома кранами']);
  assert.ok(files.some(({ path }) => path === 'brand/share.png'));
  assert.match(shared(`en/${MANY_LANGUAGES}/index.html`)[0] ?? '', /card\.png$/);
});

test('the list of stories is the publisher’s, in the languages it asks for', () => {
  assert.match(page('index.html'), /<h1>The Harbour Watch<\/h1>/);
  assert.match(page('uk/index.html'), /<h1>Портова варта<\/h1>/);
  const landings = files.map(({ path }) => path).filter((path) => /^[^/]+\/index\.html$/.test(path));
  assert.deepEqual(landings.sort(), ['en/index.html', 'fa/index.html', 'uk/index.html']);
});
