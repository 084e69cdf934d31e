import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatQuantity } from '../../../src/i18n/format-quantity.ts';
import { intlTag, localeInfo } from '../../../src/i18n/locales.ts';

/** A figure with ordinary spaces and without signs of direction. */
const shown = (...of: Parameters<typeof formatQuantity>): string =>
  formatQuantity(...of)
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u061c\u200e\u200f]/g, '');

test('no digit that was written is rounded away', () => {
  assert.equal(shown(0.004, 'g', 'en'), '0.004');
  assert.equal(shown(12.3456, '°', 'en'), '12.3456');
  assert.equal(shown(26.2188, 'km', 'en'), '26.2188 km');
  assert.equal(shown(0.0004, 'km', 'en'), '0.4 m');
  assert.equal(shown(0.35, 'km', 'en'), '350 m');
  assert.equal(shown(7_912_345_600, 'people', 'en'), '7,912,345,600');
  assert.equal(shown(7_912_000_000, 'people', 'en'), '7.912 billion');
  assert.equal(shown(7_912_300_000, 'people', 'en'), '7,912,300,000');
  assert.equal(shown(1_250_000, 'people', 'hi'), '12.5 लाख');
  assert.equal(shown(235_000, 'people', 'ckb'), '٢٣٥٬٠٠٠');
  assert.equal(shown(3_500_000, 'people', 'ckb'), '٣٬٥٠٠٬٠٠٠');
});

test('noughts that were written at the end stay', () => {
  assert.equal(shown(4.5, 'litres', 'en', 2), '4.50');
  assert.equal(shown(12, 'km', 'de', 1), '12,0 km');
  assert.equal(shown(0.5, 'percent', 'en', 2), '0.50%');
});

test('no percentage is rounded to nothing or to all', () => {
  assert.equal(shown(0.04, 'percent', 'en'), '0.04%');
  assert.equal(shown(99.97, 'percent', 'en'), '99.97%');
  assert.equal(shown(0.07, 'percent', 'de'), '0,07 %');
  assert.equal(shown(-3.4, 'percent', 'en'), '-3.4%');
  assert.equal(shown(100, 'percent', 'tr'), '%100');
});

test('years stand without grouping, other counts with it', () => {
  assert.equal(shown(1917, 'year', 'en'), '1917');
  assert.equal(shown(1917, 'years', 'en'), '1,917');
  assert.equal(shown([1914, 1918], 'year', 'en'), '1914–1918');
  assert.equal(shown(-44, 'year', 'en'), '44 BC');
  assert.equal(shown([-44, 14], 'year', 'en'), '44 BC – 14');
  assert.equal(shown(79, 'year', 'ar'), '٧٩');
});

test('money is written as the language writes it, with whole units whole', () => {
  assert.equal(shown(3_200_000, 'USD', 'en'), '$3.2 million');
  assert.equal(shown(3_200_000, 'EUR', 'de'), '3,2 Millionen €');
  assert.equal(shown(4.5, 'USD', 'en'), '$4.50');
  assert.equal(shown(4.555, 'USD', 'en'), '$4.555');
  assert.equal(shown(1200, 'JPY', 'ja'), '￥1,200');
  assert.equal(shown(12.5, 'JPY', 'en'), '¥12.5');
  assert.equal(shown(-20, 'USD', 'en'), '-$20');
  assert.equal(shown([3, 5], 'USD', 'en'), '$3–5');
  assert.equal(shown([3_000_000, 5_000_000], 'USD', 'en'), '$3–5 million');
});

test('temperatures and ordinals are those of the language', () => {
  assert.equal(shown(-40, '°C', 'en'), '-40°C');
  assert.equal(shown(38.5, '°C', 'fr'), '38,5 °C');
  assert.equal(shown([-5, 3], '°C', 'en'), '−5 – 3°C');
  assert.deepEqual(
    [1, 2, 3, 4, 11, 22, 113].map((value) => shown(value, 'ordinal', 'en')),
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th'],
  );
  const third = { fr: '3e', de: '3.', es: '3.º', 'pt-BR': '3º', ar: 'الـ٣', 'zh-Hans': '第3', pl: '3.', id: 'ke-3' };
  for (const [locale, expected] of Object.entries(third)) assert.equal(shown(3, 'ordinal', locale), expected, locale);
});

test('a range is one figure with its unit said once', () => {
  assert.equal(shown([3, 5], 'people', 'en'), '3–5');
  assert.equal(shown([3, 5], 'percent', 'en'), '3–5%');
  assert.equal(shown([3, 5], 'km', 'en'), '3–5 km');
  assert.equal(shown([0.3, 0.5], 'km', 'en'), '300–500 m');
  assert.equal(shown([1_200_000, 1_234_567], 'people', 'en'), '1,200,000–1,234,567');
  assert.equal(shown([3, 5], 'people', 'ar'), '٣–٥');
});

/** Reads figures back by the language's own marks. */
function readBack(text: string, locale: string): number {
  const { numberingSystem } = localeInfo(locale);
  const digits = [...new Intl.NumberFormat(intlTag(locale), { useGrouping: false }).format(9_876_543_210)].reverse();
  assert.equal(digits.length, 10, numberingSystem);
  const decimal = new Intl.NumberFormat(intlTag(locale))
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value;
  const figures = [...text].map((sign) => {
    const at = digits.indexOf(sign);
    return at >= 0 ? String(at) : sign === decimal ? '.' : sign === '-' || sign === '−' ? '-' : '';
  });
  return Number(figures.join(''));
}

const LOCALES = ['en', 'ar', 'de', 'fr', 'es', 'es-419', 'pl', 'fa', 'hi', 'ckb', 'sw', 'pt-BR'];

test('a figure read back by the marks of its language is the number that was written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.integer({ min: 0, max: 7 }),
      fc.constantFrom('people', 'percent', 'g'),
      (locale, digits, exponent, unit) => {
        const value = Number(`${digits}e-${exponent}`);
        const text = shown(value, unit, locale);
        // A word such as "million" stands for noughts.
        fc.pre(!/\p{L}/u.test(text));
        assert.equal(readBack(text, locale), value === 0 ? 0 : value, text);
      },
    ),
  );
});

test('a figure with a word for its noughts stands for the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 2, max: 6 }), (digits, noughts) => {
      const value = digits * 10 ** noughts;
      const text = shown(value, 'people', 'en');
      const multiple = { million: 1e6, billion: 1e9, trillion: 1e12 }[/[a-z]+/.exec(text)?.[0] ?? ''] ?? 1;
      const count = readBack(text.replace(/[a-z]/g, ''), 'en');
      assert.ok(Math.abs(count * multiple - value) < value * 1e-15, `${text} for ${value}`);
    }),
  );
});
