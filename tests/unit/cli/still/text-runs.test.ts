import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placePath } from '../../../../src/cli/still/outline-svg.ts';
import { isInRange, type PlacedLetter, runsOf, type TextPiece } from '../../../../src/cli/still/text-runs.ts';

const LATIN = { family: 'Text', style: 'normal', range: 'U+0-FF, U+2000-206F' };
const SLANTED = { ...LATIN, style: 'italic' };
const ARABIC = { family: 'Naskh', style: 'normal', range: 'U+6??' };
const FACES = [LATIN, SLANTED, ARABIC];

/** Letters of ten pixels each, from the left or from the right. */
function lettered(text: string, from: number, step: 10 | -10, y = 50): readonly PlacedLetter[] {
  return text.split('').map((letter, at) => {
    const left = from + at * step;
    return { letter, left, right: left + 10, y };
  });
}

const piece = (letters: readonly PlacedLetter[], own: Partial<TextPiece> = {}): TextPiece => ({
  ...{ text: 0, part: 0, letters, families: ['Text', 'Naskh'], size: 16, weight: 400, style: 'normal', tracking: 0 },
  ...own,
});

const said = (letters: readonly PlacedLetter[], own: Partial<TextPiece> = {}) =>
  runsOf(piece(letters, own), FACES).map(({ text, face, left }) => [text, face.family, left]);

test('a range of characters is told from others, with wild cards and without', () => {
  assert.deepEqual(
    ['U+600-6FF', 'u+6??', 'U+0-FF, U+639', ''].map((range) => isInRange(range, 0x639)),
    [true, true, true, true],
  );
  assert.deepEqual(
    ['U+0-FF', 'U+5??', 'U+63A'].map((range) => isInRange(range, 0x639)),
    [false, false, false],
  );
});

test('letters of one face and direction are one run, which begins at its left', () => {
  assert.deepEqual(said(lettered('Tarifa bay', 100, 10)), [['Tarifa bay', 'Text', 100]]);
  assert.deepEqual(said(lettered('حلب', 200, -10)), [['حلب', 'Naskh', 180]]);
});

test('figures within words from the right are runs of their own, in their own order', () => {
  const line = [...lettered('عام ', 300, -10), ...lettered('٢٠١٩', 230, 10)];
  assert.deepEqual(said(line), [
    ['عام ', 'Naskh', 270],
    ['٢٠١٩', 'Naskh', 230],
  ]);
});

test('signs between words from the right keep the order they have there', () => {
  const line = [...lettered('حلب', 300, -10), ...lettered(': ', 270, -10), ...lettered('إدلب', 250, -10)];
  assert.deepEqual(said(line), [
    ['حلب', 'Naskh', 280],
    [':', 'Text', 270],
    ['إدلب', 'Naskh', 220],
  ]);
});

test('letters that are spaced out stand each by themselves, a new line begins anew, and blanks are nothing', () => {
  assert.deepEqual(said(lettered('A B', 0, 10), { tracking: 2 }), [
    ['A', 'Text', 0],
    ['B', 'Text', 20],
  ]);
  assert.deepEqual(said([...lettered('on', 0, 10), ...lettered('two', 0, 10, 70)]), [
    ['on', 'Text', 0],
    ['two', 'Text', 0],
  ]);
  assert.deepEqual(said(lettered('  ', 0, 10)), []);
  assert.deepEqual(said(lettered('\u2068sea', 0, 10)), [['sea', 'Text', 10]], 'signs that nobody sees need no face');
});

test('the slanted face is taken for slanted letters, and a letter nobody has is told', () => {
  assert.equal(runsOf(piece(lettered('sea', 0, 10), { style: 'italic' }), FACES)[0]?.face, SLANTED);
  assert.throws(() => runsOf(piece(lettered('海', 0, 10)), FACES), /No typeface of the site has the letter "海"/);
});

test('the path of a glyph is turned upright, scaled and put in its place', () => {
  assert.equal(placePath('M0,0L100,-50.5Q1,2,3,4Z', 0.1, 10, 20), 'M10.00,20.00L20.00,25.05Q10.10,19.80,10.30,19.60Z');
});
