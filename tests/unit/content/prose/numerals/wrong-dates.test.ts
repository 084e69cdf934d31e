import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrongDates } from '../../../../../src/content/prose/numerals/wrong-dates.ts';

const told = (text: string, locale = 'en'): readonly string[] =>
  wrongDates(text, locale).map((date) => `${date.problem} ${date.text}`);

test('a day its month does not have is told in the language of the text', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ['en', 'on 31 February they left', '31 February'],
    ['en', 'on April 31 they left', 'April 31'],
    ['en', 'the 30th of February', '30th of February'],
    ['en', 'on 29 February 2019', '29 February 2019'],
    ['en', 'on 2019-02-31', '2019-02-31'],
    ['en', 'on 31/04/2019', '31/04/2019'],
    ['de', 'am 31. Juni', '31. Juni'],
    ['fr', 'le 31 juin 2019', '31 juin 2019'],
    ['pt-BR', '31 de abril', '31 de abril'],
    ['ar', 'في ٣١ نيسان', '٣١ نيسان'],
    ['he', '31 ביוני', '31 ביוני'],
    ['ru', '31 июня', '31 июня'],
  ];
  for (const [locale, text, found] of texts) assert.deepEqual(told(text, locale), [`NoSuchDate ${found}`], text);
});

test('a span of years that ends before it begins is told, but not before Christ', () => {
  assert.deepEqual(told('the war of 1945–1939'), ['ReversedSpan 1945–1939']);
  assert.deepEqual(told('1939–1945, 2019–20, 1200–1100 BC, 44–27 BC'), []);
});

test('a day of the calendar is never told, whoever writes it', () => {
  const locales = ['en', 'ar', 'de', 'fr', 'es', 'pt-BR', 'ru', 'he', 'fa', 'tr', 'ja', 'hi', 'ckb'];
  fc.assert(
    fc.property(
      fc.constantFrom(...locales),
      fc.constantFrom('full', 'long', 'medium', 'short' as const),
      fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(2900, 0, 1) }),
      (locale, dateStyle, at) => {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' });
        assert.deepEqual(told(format.format(at), locale), [], format.format(at));
      },
    ),
    { numRuns: 300 },
  );
});
