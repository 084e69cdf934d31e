import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filmCards, type PlacedText } from '../../../../../src/cli/film/text/film-cards.ts';

const BOX = { left: 10, right: 110, top: 20, bottom: 60 };
const CLOSING = { title: 'Leaving', sources: ['A & B'], address: '', box: BOX };

function placed(title: string, own: Partial<PlacedText> = {}): PlacedText {
  const text = { id: 'one', kicker: '', title, isTitleShown: true, lines: [], seconds: null };
  return { text, mood: 'paper', layout: 'over', box: BOX, credit: '', ...own };
}

test('a name is not broken at its hyphen, and a word that has one may be', () => {
  assert.match(
    filmCards([placed('To Maaret al-Numan')], CLOSING),
    /To Maaret <span class="film-name">al-Numan<\/span></,
  );
  assert.match(filmCards([placed('A north-west wind')], CLOSING), />A north-west wind</);
});

test('credits stand below the words that hide the map’s own, and what is said is text', () => {
  assert.match(
    filmCards([placed('One', { credit: '© Them <b>' })], CLOSING),
    /<p class="film-credit">© Them &lt;b&gt;<\/p>/,
  );
  assert.doesNotMatch(filmCards([placed('One')], CLOSING), /film-credit/);
  assert.match(filmCards([], CLOSING), /A &amp; B/);
});
