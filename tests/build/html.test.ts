import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { forEachSite } from '../support/each-site.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Guards against a foreign server; everything here comes from the site itself.
      'require-sri': ['error', { target: 'crossorigin' }],
      // Long titles and inline style properties are decisions of the design, not of the markup.
      'long-title': 'off',
      'no-inline-style': 'off',
      // Generated markup: the minifier drops what HTML lets it drop.
      'no-trailing-whitespace': 'off',
      'attr-quotes': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
    },
  }),
);

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

forEachSite((site) => {
  test('has pages', () => assert.ok(site.pages.length >= 3, `${site.pages.length} pages`));

  test('every page is valid HTML', async () => {
    const found: string[] = [];
    for (const { path, html } of site.pages) {
      const { results } = await validator.validateString(html, path);
      for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
        found.push(`${path}:${line}:${column} ${message} (${ruleId})`);
      }
    }
    assert.deepEqual(found.slice(0, 20), []);
  });

  test('every page says its language and its direction', () => {
    for (const { path, document } of site.pages) {
      const html = document.querySelector('html');
      assert.match(html?.getAttributeValue('lang') ?? '', /^[a-z]{2,3}(-[A-Za-z]+)*$/, path);
      assert.match(html?.getAttributeValue('dir') ?? '', /^(ltr|rtl)$/, path);
      assert.ok(document.querySelector('title')?.textContent, `${path}: title`);
    }
  });

  test('every page has one h1, and no heading skips a level', () => {
    for (const { path, document } of site.pages) {
      const levels = document.querySelectorAll(HEADINGS).map(({ tagName }) => Number(tagName.slice(1)));
      assert.equal(levels.filter((level) => level === 1).length, 1, `${path}: h1`);
      for (const [index, level] of levels.entries()) {
        const before = levels[index - 1] ?? level;
        assert.ok(level <= before + 1, `${path}: h${level} after h${before}`);
      }
    }
  });

  test('the notes of a page are numbered through, from section to section', () => {
    const counts = site.pages.map(({ path, document }) => {
      const ids = document.querySelectorAll('.sources > span').map((note) => note.getAttributeValue('id') ?? '');
      const numbers = ids.map((id) => Number(/-note-(\d+)$/.exec(id)?.[1]));
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index + 1),
        path,
      );
      return numbers.length;
    });
    assert.ok(Math.max(...counts) > 3, 'no page has notes in several sections');
  });

  test('every image says what it shows, or that it shows nothing', () => {
    for (const { path, document } of site.pages) {
      for (const image of document.querySelectorAll('img')) {
        assert.notEqual(image.getAttribute('alt'), null, `${path}: ${image.getAttributeValue('src')}`);
      }
    }
  });

  test('no id is given twice, and every link within a page arrives', () => {
    for (const { path, document, html } of site.pages) {
      const ids = [...html.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/gi)].map(([, id]) => id);
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
        `${path}: repeated ids`,
      );
      const targets = document.querySelectorAll('a').map((link) => link.getAttributeValue('href') ?? '');
      const missing = targets.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)));
      assert.deepEqual(missing, [], `${path}: links to nothing`);
    }
  });
});
