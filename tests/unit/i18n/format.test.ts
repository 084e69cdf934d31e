import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, formatDistance, formatPercent, formatYear } from '../../../src/i18n/format.ts';
import { formatNumber } from '../../../src/i18n/format-number.ts';
import { formatQuantity } from '../../../src/i18n/format-quantity.ts';

test('numbers are written in the figures of the language', () => {
  assert.equal(formatNumber(235_000, 'en'), '235,000');
  assert.equal(formatNumber(235_400, 'ar'), '٢٣٥٬٤٠٠');
});

test('round millions are written in words, others in full', () => {
  assert.equal(formatNumber(3_000_000, 'en'), '3 million');
  assert.equal(formatNumber(3_500_000, 'en'), '3.5 million');
  assert.equal(formatNumber(3_512_345, 'en'), '3,512,345');
});

test('round thousands are in words where the language asks for it, and agree with their count', () => {
  assert.equal(formatNumber(235_000, 'ar'), '٢٣٥ ألف');
  assert.equal(formatNumber(100_000, 'ar'), '١٠٠ ألف');
  assert.equal(formatNumber(11_000, 'ar'), '١١ ألف');
  assert.equal(formatNumber(3_000, 'ar'), '٣ آلاف');
  assert.equal(formatNumber(10_000, 'ar'), '١٠ آلاف');
  assert.equal(formatNumber(103_000, 'ar'), '١٠٣ آلاف');
  assert.equal(formatNumber(3_000_000, 'ar'), '٣ ملايين');
  assert.equal(formatNumber(11_000_000, 'ar'), '١١ مليون');
});

test('what is not a round count of thousands, or so few that they have no figure, stays in figures', () => {
  assert.equal(formatNumber(2_350, 'ar'), '٢٬٣٥٠');
  assert.equal(formatNumber(2_000, 'ar'), '٢٬٠٠٠');
  assert.equal(formatNumber(0, 'ar'), '٠');
});

test('a word never stands for another number than its figures', () => {
  const multiples = { ألف: 1e3, آلاف: 1e3, مليون: 1e6, ملايين: 1e6 } as const;
  for (const count of [3, 10, 11, 99, 100, 101, 102, 103, 110, 235, 999]) {
    for (const value of [count * 1e3, count * 1e6]) {
      const [figures = '', word = ''] = formatNumber(value, 'ar').split(' ');
      assert.equal(figures, formatNumber(count, 'ar'));
      assert.equal(multiples[word as keyof typeof multiples] * count, value);
    }
  }
});

test('percentages and distances carry their unit', () => {
  assert.equal(formatPercent(70, 'en'), '70%');
  assert.equal(formatDistance(4, 'en'), '4 km');
  assert.equal(formatDistance(0.5, 'en'), '500 m');
  assert.equal(formatDistance(0, 'en'), '0 km');
  assert.equal(formatDistance(4, 'ar'), '٤ كم');
  assert.equal(formatDistance(4, 'ckb'), '٤ کم');
  assert.equal(formatQuantity(0.5, 'km', 'ckb'), '٥٠٠\u00a0م');
  assert.equal(formatQuantity([3, 5], 'km', 'ckb'), '٣–٥\u00a0کم');
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
  assert.equal(formatQuantity(235_000, 'people', 'ar'), '٢٣٥\u00a0ألف');
});

test('a year stands without grouping, and before Christ with its era, in every calendar and script', () => {
  assert.equal(formatYear(1917, 'en'), '1917');
  assert.equal(formatYear(79, 'en'), '79');
  assert.equal(formatYear(-43, 'en'), '44 BC');
  assert.equal(formatYear(0, 'de'), '1 v. Chr.');
  assert.equal(formatYear(-43, 'fa'), '۴۴ ق.م.');
  assert.equal(formatDate('2019-06-14', 'fa'), '۱۴ ژوئن ۲۰۱۹');
  assert.equal(formatDate('2019-06-14', 'th'), '14 มิถุนายน 2019');
});

test('dates are Kurdish also where browsers know no Kurdish', () => {
  const supported = Intl.NumberFormat.supportedLocalesOf;
  try {
    Intl.NumberFormat.supportedLocalesOf = () => [];
    assert.equal(formatDate('2019-12-27', 'ku'), '27ê kanûna 2019an');
    assert.equal(formatDate('2019-01-27', 'ku', 'day-month'), '27ê çileyê');
    assert.equal(formatDate('2019-01-27', 'ku', 'month'), 'çile');
    assert.equal(formatDate('2019-06-14', 'ckb'), '١٤ی حوزەیرانی ٢٠١٩');
    assert.equal(formatDate('2019-06-14', 'ckb', 'month-year'), 'حوزەیرانی ٢٠١٩');
  } finally {
    Intl.NumberFormat.supportedLocalesOf = supported;
  }
});

test('a date is written in the order of its language', () => {
  const written = {
    ...{ de: '27. Dezember 2019', fr: '27 décembre 2019', 'pt-BR': '27 de dezembro de 2019', ja: '2019年12月27日' },
    ...{ ko: '2019년 12월 27일', 'zh-Hans': '2019年12月27日', ru: '27 декабря 2019 г.', he: '27 בדצמבר 2019' },
    ...{ hi: '27 दिसंबर 2019', uk: '27 грудня 2019 р.', sw: '27 Desemba 2019', tr: '27 Aralık 2019' },
  };
  for (const [locale, expected] of Object.entries(written)) assert.equal(formatDate('2019-12-27', locale), expected);
});
