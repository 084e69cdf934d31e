import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, formatDistance, formatNumber, formatPercent, formatQuantity } from '../../../src/i18n/format.ts';

test('numbers are written in the figures of the language', () => {
  assert.equal(formatNumber(235_000, 'en'), '235,000');
  assert.equal(formatNumber(235_000, 'ar'), '٢٣٥٬٠٠٠');
});

test('round millions are written in words, others in full', () => {
  assert.equal(formatNumber(3_000_000, 'en'), '3 million');
  assert.equal(formatNumber(3_500_000, 'en'), '3.5 million');
  assert.equal(formatNumber(3_512_345, 'en'), '3,512,345');
});

test('percentages and distances carry their unit', () => {
  assert.equal(formatPercent(70, 'en'), '70%');
  assert.equal(formatDistance(4, 'en'), '4 km');
  assert.equal(formatDistance(0.5, 'en'), '500 m');
  assert.equal(formatDistance(0, 'en'), '0 km');
  assert.equal(formatDistance(4, 'ar'), '٤ كم');
});

test('a date is the same day wherever it is read', () => {
  assert.equal(formatDate('2019-12-27', 'en'), '27 December 2019');
  assert.equal(formatDate('2019-12-27', 'en', 'day-month'), '27 December');
  assert.equal(formatDate('2019-01-01', 'en', 'month-year'), 'January 2019');
  assert.equal(formatDate('2019-12-27', 'ar'), '٢٧ كانون الأول/ديسمبر ٢٠١٩');
});

test('a figure and its unit never part', () => {
  assert.equal(formatQuantity(4, 'km', 'en'), '4\u00a0km');
  assert.equal(formatQuantity(70, 'percent', 'en'), '70%');
  assert.equal(formatQuantity(42, 'years', 'en'), '42');
});
