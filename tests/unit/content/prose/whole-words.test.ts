import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { asHtml } from '../../../../src/content/prose/footnote-numbers.ts';
import { wholeNamesHtml, withWholeNames } from '../../../../src/content/prose/whole-words.ts';

const NAMES = ['Maaret al-Numan', 'Saint-Denis', 'معرة النعمان'];
const told = (html: string): string =>
  asHtml(withWholeNames(fromHtml(html, { fragment: true }).children as ElementContent[], NAMES));
const wholeIn = (html: string): readonly string[] =>
  [...told(html).matchAll(/<span class="whole">([^<]*)<\/span>/g)].map(([, word = '']) => word);

test('a name is not broken at its hyphen: of a place of the story, or after its article', () => {
  assert.equal(
    told('<p>In Maaret al-Numan, and <em>Saint-Denis</em>.</p>'),
    '<p>In Maaret <span class="whole">al-Numan</span>, and <em><span class="whole">Saint-Denis</span></em>.</p>',
  );
  assert.deepEqual(wholeIn('al-Qaeda’s branch, Hayat Tahrir al-Sham, Ash-Shaykh'), [
    'al-Qaeda’s',
    'al-Sham',
    'Ash-Shaykh',
  ]);
  assert.deepEqual(wholeIn("Saint-Denis's market"), ["Saint-Denis's"]);
});

test('any other word with a hyphen may be broken there, and so may a name too long for a small screen', () => {
  assert.deepEqual(wholeIn('a pick-up, mid-December, twenty-two, Guinea-Bissau, 2019-12-27, معرة النعمان'), []);
  assert.deepEqual(wholeIn('al-Llanfairpwllgwyngyllgogerychwyrndrobwll'), []);
});

test('code stays as it is, and no word is lost or added anywhere', () => {
  assert.equal(told('<p><code>al-Numan</code></p>'), '<p><code>al-Numan</code></p>');
  const html = '<p>al-Numan al-Numan, “al-Numan” <a href="/x">al-Bab</a><sup>1</sup></p><p>-al-Numan-</p>';
  assert.equal(told(html).replaceAll(/<\/?span[^>]*>/g, ''), html);
});

test('plain words are set the same, and stay words', () => {
  assert.equal(wholeNamesHtml('<b>al-Numan & more', NAMES), '&lt;b><span class="whole">al-Numan</span> &amp; more');
});
