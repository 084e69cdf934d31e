import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { positionOn, type TimeScale } from '../../../../src/charts/timeline/timeline-scale.ts';
import { yearLabels, yearTicks } from '../../../../src/charts/timeline/timeline-years.ts';
import { dayOfMonth } from '../../../../src/i18n/format.ts';
import type { TextBlock } from '../../../../src/labels/texts/text-block.ts';

const scaleOf = (from: number, to: number, width: number): TimeScale => ({
  first: dayOfMonth(12 * from),
  last: dayOfMonth(12 * to),
  width,
  grain: 'year',
  counts: 'days',
});

/** As if every character were so wide. */
const namesOn = (scale: TimeScale, letterPx = 7) =>
  yearLabels(
    scale,
    'en',
    (text): TextBlock => ({
      width: text.length * letterPx,
      height: 16,
      lines: [],
      firstMiddle: 8,
    }),
  );

const scales = fc
  .tuple(fc.integer({ min: -600, max: 1990 }), fc.integer({ min: 2, max: 900 }), fc.integer({ min: 120, max: 1600 }))
  .map(([from, long, width]) => scaleOf(from, from + long, width));

test('names of years never touch, run on in order and stay on the axis', () => {
  fc.assert(
    fc.property(scales, fc.integer({ min: 5, max: 16 }), (scale, letterPx) => {
      const names = namesOn(scale, letterPx);
      names.forEach(({ u, block, year }, at) => {
        assert.ok(u - block.width / 2 >= -1e-6 && u + block.width / 2 <= scale.width + 1e-6);
        const next = names[at + 1];
        if (next === undefined) return;
        assert.ok(next.year > year);
        assert.ok(next.u - next.block.width / 2 >= u + block.width / 2, `${year} and ${next.year}`);
      });
    }),
  );
});

test('ticks stand apart, in order, at beginnings of years of the axis', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const ticks = yearTicks(scale);
      ticks.forEach((u, at) => {
        assert.ok(u >= 0 && u <= scale.width);
        // From 1 to the first round year it is less than a whole step.
        if (at > 0) assert.ok(u - (ticks[at - 1] ?? 0) >= 3.4, `${u} after ${ticks[at - 1]}`);
      });
    }),
  );
});

test('every year is named where there is room, in its middle; else round years are, at their beginning', () => {
  const few = scaleOf(1914, 1919, 600);
  assert.deepEqual(
    namesOn(few).map(({ year }) => year),
    [1914, 1915, 1916, 1917, 1918],
    'the year that follows the axis is not on it',
  );
  const [first] = namesOn(few);
  assert.ok(Math.abs((first?.u ?? 0) - 60) < 1);
  const century = scaleOf(1900, 2000, 600);
  assert.deepEqual(
    namesOn(century).map(({ year }) => year),
    [1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990],
  );
  const [, second] = namesOn(century);
  assert.ok(Math.abs((second?.u ?? 0) - positionOn(century, dayOfMonth(12 * 1910))) < 1e-6);
});

test('a name moved inwards at the end of the axis never lies over the next: one of them is left out instead', () => {
  const names = namesOn(scaleOf(1900, 2000, 800), 14);
  names.slice(1).forEach(({ u, block }, at) => {
    const before = names[at];
    assert.ok(before && before.u + before.block.width / 2 <= u - block.width / 2);
  });
  assert.equal(names[0]?.year, 1900);
});

test('there is no year 0: round years before Christ are counted as people count them', () => {
  const years = namesOn(scaleOf(-99, 101, 900)).map(({ year }) => year);
  assert.ok(years.includes(-99), '100 BC is the year -99 of astronomers');
  assert.ok(years.includes(1) && !years.includes(0), `${years}`);
});

test('an axis too short for any name has none', () => {
  assert.deepEqual(namesOn(scaleOf(1000, 1900, 12)), []);
});
