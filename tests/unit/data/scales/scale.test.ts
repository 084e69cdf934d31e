import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classBounds, roundBetween, roundOutward } from '../../../../src/data/scales/class-bounds.ts';
import { buildScale, groupOf, type ScaleSpec } from '../../../../src/data/scales/scale.ts';
import { sizePx } from '../../../../src/data/scales/symbol-size.ts';

const spec = (more: Partial<ScaleSpec>): ScaleSpec => ({
  kind: 'quantile',
  classes: 5,
  colors: null,
  breaks: [],
  middle: 0,
  categories: [],
  ...more,
});

/** Numbers so small that a computer keeps only some of their digits cannot be parted into equal classes. */
const hasAllDigits = (value: number): boolean => value === 0 || Math.abs(value) > 1e-300;
const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter(hasAllDigits), {
  minLength: 1,
  maxLength: 80,
});
const kinds = fc.constantFrom('quantile', 'jenks', 'equal', 'continuous', 'diverging', 'breaks');

test('classes part the data: every value is in one group, larger values never in a lower one', () => {
  fc.assert(
    fc.property(numbers, kinds, fc.integer({ min: 2, max: 7 }), (values, kind, classes) => {
      const scale = buildScale(spec({ kind: kind as ScaleSpec['kind'], classes, breaks: [0, 10, 1000] }), values);
      const groups = values.toSorted((a, b) => a - b).map((value) => groupOf(scale, value));
      assert.ok(
        groups.every((group) => group !== null && group >= 0 && group < scale.colors.length),
        String(groups),
      );
      assert.deepEqual(
        groups,
        (groups as number[]).toSorted((a, b) => a - b),
      );
      assert.deepEqual(
        scale.bounds,
        scale.bounds.toSorted((a, b) => a - b),
      );
      assert.equal(scale.colors.length, scale.bounds.length - 1);
    }),
  );
});

test('each value is within the bounds of its group', () => {
  fc.assert(
    fc.property(numbers, kinds, (values, kind) => {
      const scale = buildScale(spec({ kind: kind as ScaleSpec['kind'], breaks: [5] }), values);
      for (const value of values) {
        const group = groupOf(scale, value) ?? -1;
        assert.ok(value >= (scale.bounds[group] ?? Number.NaN) && value <= (scale.bounds[group + 1] ?? Number.NaN));
      }
    }),
  );
});

test('bounds are round, and part the same values as the exact ones', () => {
  assert.equal(roundBetween(1234, 1290), 1250);
  assert.equal(roundBetween(0.0123, 0.0127), 0.0125);
  assert.equal(roundBetween(-17, -3), -10);
  assert.deepEqual(classBounds('quantile', [1, 2, 13, 14, 103, 104], 3), [1, 10, 100, 104]);
  assert.deepEqual(classBounds('jenks', [1, 2, 3, 51, 52, 990, 1000], 3), [1, 50, 500, 1000]);
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (from, span) => {
        const round = roundBetween(from, from + span);
        assert.ok(round > from && round <= from + span, `${from} ${round} ${from + span}`);
      },
    ),
  );
});

test('a scale ends on figures of three digits just outside of the data, or of as many more as tell its ends apart', () => {
  assert.deepEqual(roundOutward(11.34, 573.76), [11.3, 574]);
  assert.deepEqual(roundOutward(612_345, 1_204_311), [612_000, 1_210_000]);
  assert.deepEqual(roundOutward(1013.21, 1027.84), [1013.2, 1027.9]);
  assert.deepEqual(roundOutward(-0.01234, 0), [-0.0124, 0]);
  assert.deepEqual(roundOutward(1893, 2021), [1893, 2021]);
  const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter(hasAllDigits);
  fc.assert(
    fc.property(figure, fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (min, span) => {
      const max = min + span;
      // Beyond that a computer keeps too few digits of their difference.
      fc.pre(span > Math.abs(min) / 1e6);
      const [low, high] = roundOutward(min, max);
      assert.ok(low <= min && high >= max, `${low} ${high}`);
      assert.ok(min - low <= span / 50 && high - max <= span / 50, `${low} ${high}`);
      const digits = (value: number): number => value.toExponential().replace(/e.*|[-.]/g, '').length;
      const isFar = (value: number): boolean => span / Math.abs(value) > 0.5;
      for (const end of [low, high]) if (end !== 0 && isFar(end)) assert.ok(digits(end) <= 4, String(end));
    }),
  );
});

test('classes of one width begin where a reader can follow it, to a tenth of the width', () => {
  assert.deepEqual(classBounds('equal', [0, 100], 3), [0, 33, 67, 100]);
  assert.deepEqual(classBounds('equal', [0.93, 18.57], 4), [0.93, 5.3, 9.8, 14.2, 18.6]);
  assert.deepEqual(classBounds('equal', [11.34, 573.76], 5), [11.3, 124, 236, 349, 461, 574]);
  assert.deepEqual(classBounds('equal', [0, 40], 4), [0, 10, 20, 30, 40]);
});

test('repeated values leave fewer classes, none of them empty of meaning', () => {
  assert.deepEqual(classBounds('quantile', [0, 0, 0, 0, 0, 0, 0, 9], 4), [0, 9]);
  assert.deepEqual(classBounds('equal', [7, 7, 7], 5), [7, 7]);
  assert.equal(groupOf(buildScale(spec({}), [7, 7]), 7), 0);
  assert.deepEqual(classBounds('jenks', [], 5), []);
});

test('a diverging scale has its middle in the middle and as far on both sides', () => {
  const { bounds } = buildScale(spec({ kind: 'diverging', classes: 6, middle: 10 }), [4, 12, 31]);
  assert.equal(bounds.length, 7);
  assert.equal(bounds[3], 10);
  assert.ok(Math.abs((bounds[0] ?? 0) + (bounds[6] ?? 0) - 20) < 1e-9);
});

test('breaks are the bounds the author wrote', () => {
  const scale = buildScale(spec({ kind: 'breaks', breaks: [100, 10] }), [3, 15, 700]);
  assert.deepEqual(scale.bounds, [3, 10, 100, 700]);
  assert.equal(groupOf(scale, 10), 1);
  assert.deepEqual(buildScale(spec({ kind: 'breaks', breaks: [10, 100] }), [15, 20]).bounds, [0, 10, 100, 100]);
});

test('categories keep the order of their author, and what the scale does not know is in no group', () => {
  const scale = buildScale(spec({ kind: 'categories', categories: ['rising'] }), ['steady', 'falling', null, 'rising']);
  assert.deepEqual(scale.values, ['rising', 'falling', 'steady']);
  assert.equal(groupOf(scale, 'steady'), 2);
  assert.equal(groupOf(scale, 'unheard of'), null);
  assert.equal(groupOf(scale, null), null);
});

test('the area of a circle is proportional to its value', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (share) => {
      const scale = { kind: 'area', shape: 'circle', most: 1000, maxPx: 24 } as const;
      const areaOf = (value: number) => Math.PI * sizePx(scale, value) ** 2;
      assert.ok(Math.abs(areaOf(1000 * share) / areaOf(1000) / share - 1) < 0.01);
    }),
  );
  assert.equal(sizePx({ kind: 'area', shape: 'circle', most: 10, maxPx: 24 }, -3), 0);
});

test('classes away from a middle are as wide as a round number, and no wider than they must be', () => {
  for (const [values, classes, width] of [
    [[-12.6, 3], 4, 8],
    [[-12.6, 3], 6, 5],
    [[0.031, -0.1], 4, 0.05],
    [[900, -2300], 6, 800],
    [[1000], 2, 1000],
  ] as const) {
    const { bounds } = buildScale(spec({ kind: 'diverging', classes }), values);
    const widths = bounds.slice(1).map((bound, index) => Number((bound - (bounds[index] ?? 0)).toPrecision(9)));
    assert.deepEqual([...new Set(widths)], [width], String(values));
  }
});
