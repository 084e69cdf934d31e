import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { containsPoint } from '../../../../src/geo/boxes.ts';
import { isLinePiece } from '../../../../src/labels/boxes-along.ts';
import { type LabelSide, type LabelWords, layoutLabel } from '../../../../src/labels/towns/label-layout.ts';
import { symbolMarks, symbolRadius } from '../../../../src/labels/towns/label-symbol.ts';

const ENGLISH = { sizeClass: 'desktop', locale: 'en' } as const;
const ARABIC = { sizeClass: 'desktop', locale: 'ar' } as const;

const wordsOf = (first: string, second: string, own: Partial<LabelWords> = {}): LabelWords => ({
  first,
  second,
  firstLang: 'en',
  secondLang: 'ar',
  role: 'rank-1',
  tone: 'ink',
  ...own,
});
const TOWN = wordsOf('Maaret al-Numan', 'معرة النعمان');

const sides = fc.constantFrom<LabelSide>('e', 'w', 's', 'n', 'c');
const names = fc.constantFrom('Af', 'Ras', 'Saraqeb', 'Khan Sheikhoun', 'Maaret al-Numan');
const spots = fc.record({
  side: sides,
  gap: fc.integer({ min: 6, max: 20 }),
  slide: fc.constantFrom(-0.5, -0.2, 0, 0.3, 0.5),
});

test('a name is set beside its place and never over it, but for one set on it', () => {
  fc.assert(
    fc.property(names, spots, (name, spot) => {
      const { rows } = layoutLabel(wordsOf(name, 'سراقب'), spot, ENGLISH);
      const covers = rows.some((row) => containsPoint(row, [0, 0]));
      if (spot.side !== 'c') assert.ok(!covers, JSON.stringify(spot));
    }),
  );
});

test('each line has room of its own within the whole, wide enough to be taken for a text', () => {
  fc.assert(
    fc.property(names, spots, (name, spot) => {
      const { rows, lines, offset, width, height } = layoutLabel(wordsOf(name, 'معرة'), spot, ENGLISH);
      assert.equal(rows.length, lines.length);
      for (const row of rows) {
        assert.ok(!isLinePiece(row), 'a box of a line is not as wide');
        assert.ok(row.top >= offset[1] - 1e-9 && row.bottom <= offset[1] + height + 1e-9);
        assert.ok(row.right - row.left <= Math.max(width, 35) + 1e-9);
      }
    }),
  );
});

test('on each side both lines are flush with the symbol, whatever their script', () => {
  const anchors = (side: LabelSide) =>
    layoutLabel(TOWN, { side, gap: 10, slide: 0 }, ENGLISH).lines.map(({ anchor, dx }) => [anchor, Math.round(dx)]);
  assert.deepEqual(anchors('e'), [
    ['start', 10],
    ['end', 10],
  ]);
  assert.deepEqual(anchors('w'), [
    ['end', -10],
    ['start', -10],
  ]);
  assert.deepEqual(anchors('s'), [
    ['middle', 0],
    ['middle', 0],
  ]);
});

test('a name above or below its place slides as far as it is told, in shares of its width', () => {
  for (const side of ['s', 'n'] as const) {
    const at = (slide: number) => layoutLabel(TOWN, { side, gap: 10, slide }, ENGLISH);
    const moved = at(0.3).offset[0] - at(0).offset[0];
    assert.ok(Math.abs(moved - 0.3 * at(0).width) < 1e-9);
    assert.equal(at(0.3).offset[1], at(0).offset[1]);
  }
});

test('the second line is in the second language and its role, and without one there is one line', () => {
  const [first, second] = layoutLabel(TOWN, { side: 'e', gap: 10, slide: 0 }, ENGLISH).lines;
  assert.deepEqual([first?.lang, first?.role, second?.lang, second?.role], ['en', 'rank-1', 'ar', 'second-1']);
  assert.ok((second?.dy ?? 0) > (first?.dy ?? 0));
  const alone = layoutLabel(wordsOf('Saraqeb', ''), { side: 'e', gap: 10, slide: 0 }, ENGLISH);
  assert.equal(alone.lines.length, 1);
  const country = layoutLabel(wordsOf('SYRIA', 'سوريا', { role: 'country' }), { side: 'c', gap: 0, slide: 0 }, ENGLISH);
  assert.equal(country.lines.length, 1, 'a role without a second line has none');
});

test('where Arabic comes first it is the larger, and the Latin below it the smaller', () => {
  const arabicFirst = wordsOf('سراقب', 'Saraqeb', { firstLang: 'ar', secondLang: 'en' });
  const heights = layoutLabel(arabicFirst, { side: 'e', gap: 10, slide: 0 }, ARABIC).rows.map(
    ({ top, bottom }) => bottom - top,
  );
  assert.ok((heights[0] ?? 0) > (heights[1] ?? 0));
});

test('symbols are the larger the more a town matters, and the focus is a dot in a ring', () => {
  const radii = ([3, 2, 1, 'focus'] as const).map(symbolRadius);
  assert.deepEqual(
    radii,
    radii.toSorted((a, b) => a - b),
  );
  assert.equal(symbolMarks(1).length, 1);
  assert.deepEqual(
    symbolMarks('focus').map(({ key }) => key),
    ['ring', 'dot'],
  );
  for (const rank of ['focus', 1, 2, 3] as const) {
    assert.equal(Math.max(...symbolMarks(rank).map(({ r }) => r)), symbolRadius(rank));
  }
});
