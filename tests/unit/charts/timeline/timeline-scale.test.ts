import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayScale,
  hasMonthLetters,
  monthName,
  monthNumber,
  overviewScale,
  positionOfDay,
  positionOn,
  steps,
  yearOfDay,
} from '../../../../src/charts/timeline/timeline-scale.ts';
import { dayOfMonth } from '../../../../src/i18n/format.ts';

const DAY_MS = 86_400_000;
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

const days = fc.integer({ min: day('1850-01-01'), max: day('2100-12-31') });
const spans = fc
  .tuple(days, fc.integer({ min: 1, max: 40_000 }))
  .map(([first, long]) => ({ first, last: first + long }));
const widths = fc.integer({ min: 120, max: 1800 });

test('a month is told by its number since year 0, and how far it has passed by what follows the point', () => {
  assert.equal(monthNumber(day('2019-12-01')), 2019 * 12 + 11);
  assert.equal(monthNumber(day('2019-12-16')), 2019 * 12 + 11 + 15 / 31);
  assert.equal(yearOfDay(day('1917-11-07')), 1917);
  fc.assert(
    fc.property(days, (at) => {
      const month = monthNumber(at);
      assert.ok(dayOfMonth(Math.floor(month)) <= at && at < dayOfMonth(Math.floor(month) + 1));
    }),
  );
});

test('a later day never stands before an earlier one, and a scale begins and ends at its ends', () => {
  fc.assert(
    fc.property(spans, widths, days, days, (span, width, a, b) => {
      for (const scale of [dayScale(span, width), overviewScale(span, width)]) {
        assert.ok(positionOfDay(scale, Math.min(a, b)) <= positionOfDay(scale, Math.max(a, b)));
        assert.equal(positionOn(scale, scale.first), 0);
        assert.equal(positionOn(scale, scale.last), width);
      }
    }),
  );
});

test('days outside a scale stand at its ends, and none beyond them', () => {
  fc.assert(
    fc.property(spans, widths, days, (span, width, at) => {
      for (const scale of [dayScale(span, width), overviewScale(span, width)]) {
        const u = positionOfDay(scale, at);
        assert.ok(u >= 0 && u <= width);
        if (at < span.first) assert.ok(u <= positionOfDay(scale, span.first));
      }
    }),
  );
});

test('an axis counts what it has room for: days of a season, months of three years, else years', () => {
  const grain = (first: string, last: string): string => dayScale({ first: day(first), last: day(last) }, 600).grain;
  assert.equal(grain('2019-12-10', '2019-12-28'), 'day');
  assert.equal(grain('2019-10-01', '2019-12-31'), 'day');
  assert.equal(grain('2019-06-01', '2019-12-31'), 'month');
  assert.equal(grain('1914-06-01', '1918-11-11'), 'year');
});

test('an overview has equal months as long as each can be seen, and days where they would be a bar', () => {
  fc.assert(
    fc.property(spans, widths, (span, width) => {
      const scale = overviewScale(span, width);
      if (scale.counts === 'days') return;
      assert.ok(Number.isInteger(scale.first) && Number.isInteger(scale.last));
      const monthPx = positionOn(scale, scale.first + 1);
      assert.ok(monthPx >= 6);
      // Each month is as wide, however many days it has.
      for (const month of steps(scale.first, scale.last)) {
        assert.ok(Math.abs(positionOn(scale, month + 1) - positionOn(scale, month) - monthPx) < 1e-6);
      }
    }),
  );
  assert.equal(overviewScale({ first: day('1900-01-01'), last: day('1999-12-31') }, 600).counts, 'days');
});

test('months have letters where their language is read by them, and else the first of their names', () => {
  const december = 2019 * 12 + 11;
  assert.equal(monthName(december, 'en', 'short'), 'Dec');
  assert.equal(monthName(december, 'en', 'narrow'), 'D');
  assert.equal(monthName(december, 'ar', 'narrow'), monthName(december, 'ar', 'short'));
  assert.equal(hasMonthLetters('en'), true);
  assert.equal(hasMonthLetters('ar'), false);
});

test('steps count up from the first and leave out the last', () => {
  assert.deepEqual(steps(3, 6), [3, 4, 5]);
  assert.deepEqual(steps(3, 3), []);
  assert.deepEqual(steps(6, 3), []);
});
