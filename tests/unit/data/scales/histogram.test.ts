import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countsOf, histogramOf } from '../../../../src/data/scales/histogram.ts';
import { buildScale, groupOf, type ScaleSpec } from '../../../../src/data/scales/scale.ts';

const spec = (more: Partial<ScaleSpec>): ScaleSpec => ({
  kind: 'jenks',
  classes: 5,
  colors: null,
  breaks: [],
  middle: 0,
  categories: [],
  ...more,
});
const values = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 });
const kinds = fc.constantFrom('jenks', 'quantile', 'equal', 'diverging', 'continuous');

test('bars stand side by side from the least value to the greatest, none across two classes', () => {
  fc.assert(
    fc.property(values, kinds, (numbers, kind) => {
      fc.pre(new Set(numbers).size > 1);
      const scale = buildScale(spec({ kind }), numbers);
      const bars = histogramOf(scale, numbers);
      assert.equal(bars[0]?.from, Math.min(...numbers));
      assert.equal(bars.at(-1)?.to, Math.max(...numbers));
      assert.deepEqual(
        bars.slice(1).map(({ from }) => from),
        bars.slice(0, -1).map(({ to }) => to),
      );
      for (const { from, to, group } of bars) {
        assert.ok(
          scale.bounds.every((bound) => bound <= from || bound >= to),
          `${from} ${to}`,
        );
        assert.equal(group, groupOf(scale, (from + to) / 2));
      }
      assert.equal(
        countsOf(scale, numbers).reduce((sum, count) => sum + count, 0),
        numbers.length,
      );
    }),
  );
});

test('a bin counts the values in it: uncut, they are all values', () => {
  const numbers = [1, 1, 2, 3, 30, 64];
  const bars = histogramOf(buildScale(spec({ kind: 'breaks', breaks: [1000] }), numbers), numbers);
  assert.equal(
    bars.reduce((sum, { count }) => sum + count, 0),
    6,
  );
  assert.equal(bars[0]?.count, 3);
});

test('words, no values and one value make no mistake', () => {
  const words = ['a', 'b', 'b', null];
  const categories = buildScale(spec({ kind: 'categories' }), words);
  assert.deepEqual(histogramOf(categories, words), []);
  assert.deepEqual(countsOf(categories, words), [1, 2]);
  assert.deepEqual(histogramOf(buildScale(spec({}), []), []), []);
  const one = histogramOf(buildScale(spec({}), [7, null]), [7, null]);
  assert.equal(
    one.reduce((sum, { count }) => sum + count, 0),
    1,
  );
});
