import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numeralValue } from '../../../../../src/content/prose/numerals/numeral-value.ts';
import { type Explanations, unexplainedNumerals } from '../../../../../src/content/prose/numerals/numerals.ts';

const NOTHING: Explanations = { names: [], values: new Set() };
const found = (text: string, known = NOTHING) => unexplainedNumerals(text, known).map((numeral) => numeral.text);

test('dates and years explain themselves', () => {
  for (const text of [
    '27 December 2019',
    'December 27, 2019',
    '12–25 December',
    'on 19 and 20 December',
    'from 12 to 25 December 2019',
    '2019-12-27',
    'in 2017',
    'the 1990s',
    '2019–20',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
  for (const text of ['٢٧ كانون الأول/ديسمبر ٢٠١٩', 'من ١٢ إلى ٢٥ كانون الأول']) {
    assert.deepEqual(found(text, { ...NOTHING, locale: 'ar' }), [], text);
  }
});

test('roads explain themselves, longer codes do not', () => {
  assert.deepEqual(found('the M5 and the M4, by the R1'), []);
  assert.deepEqual(found('الطريقان M5 وM4'), []);
  assert.deepEqual(found('the M5000'), ['5000']);
});

test('other numerals are found whole, with their multiples', () => {
  assert.deepEqual(found('235,000 people, 3.5 million others and 17 dogs.'), ['235,000', '3.5 million', '17']);
  assert.deepEqual(found('٢٣٥٬٠٠٠ شخص'), ['٢٣٥٬٠٠٠']);
});

test('months and words for noughts are those of the language', () => {
  const inPersian = { names: [], values: new Set([235_000]), locale: 'fa' };
  assert.deepEqual(found('۲۷ دسامبر ۲۰۱۹', inPersian), []);
  assert.deepEqual(found('۲۳۵ هزار و ۱۲ نفر', inPersian), ['۱۲']);
});

test('a large number is not a year because it contains one', () => {
  assert.deepEqual(found('2,019 people and 12019 more'), ['2,019', '12019']);
});

test('a known figure explains a numeral however it is written', () => {
  const known = { names: [], values: new Set([235_000, 4_000_000]) };
  assert.deepEqual(found('235,000 or 235000 or ٢٣٥٬٠٠٠; 4 million or 4,000,000', known), []);
});

test('a place name explains the figures in it and nothing else', () => {
  assert.deepEqual(found('Camp 22 has 22 tents', { names: ['Camp 22'], values: new Set() }), ['22']);
});

test('a number formatted in English is read back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
      assert.equal(numeralValue(new Intl.NumberFormat('en').format(value)), value);
      assert.equal(numeralValue(new Intl.NumberFormat('ar-u-nu-arab').format(value)), value);
    }),
  );
});

test('a numeral is found where it stands', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{0,20}$/), fc.integer({ min: 2101, max: 99_999 }), (before, value) => {
      const text = `${before} ${value} things`;
      const [numeral] = unexplainedNumerals(text, NOTHING);
      assert.equal(text.slice(numeral?.index, (numeral?.index ?? 0) + (numeral?.text.length ?? 0)), String(value));
    }),
  );
});
