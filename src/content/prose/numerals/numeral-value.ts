import { latinDigits } from './digits.ts';
import { intlWords } from './intl-words.ts';

/** Spaces that stand between thousands and keep a number in one line: U+00A0, U+2009, U+202F. */
const FIXED_SPACES = '\\u00a0\\u2009\\u202f';

/** Longer words first: one may begin with another. */
export const anyOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s?'))
    .join('|');

/** Numerals in 0–9 with the marks of a language, and the word beside them that multiplies them. */
export function numeralPattern(locale: string): RegExp {
  const { group, multiples } = intlWords(locale);
  const space = /\s/.test(group) ? `${FIXED_SPACES} ` : FIXED_SPACES;
  const spaced = `(?<!\\d)\\d{1,3}(?:[${space}]\\d{3})+(?!\\d)(?:[.,٫]\\d+)?`;
  const marked = "\\d+(?:[.,٬٫]\\d+|[’'](?:\\d{3})(?!\\d))*";
  const word = `(?:\\s?(?:${anyOf(multiples.keys())})(?![\\p{Ll}\\p{Lu}]))?`;
  return new RegExp(`(?:${spaced}|${marked})${word}`, 'gu');
}

/** Whether a mark stands between thousands, or lakhs: after one to three digits, before three at the end. */
const isGrouped = (figures: string, mark: string): boolean => {
  const [first = '', ...groups] = figures.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((each) => /^\d{2,3}$/.test(each)) && groups.at(-1)?.length === 3;
};

/** @returns NaN where the marks make no number, as in `1.2.3` */
function plainNumber(figures: string, locale: string): number {
  const bare = figures.replace(/[\s’'٬]/g, '').replace('٫', 'd');
  const marks = [...new Set(bare.replace(/[^.,]/g, ''))];
  const [only = ''] = marks;
  const { group } = intlWords(locale);
  if (bare.includes('d')) return Number(bare.replace(/[.,]/g, '').replace('d', '.'));
  if (marks.length === 2) {
    const decimal = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
    return Number(`${bare.slice(0, decimal).replace(/[.,]/g, '')}.${bare.slice(decimal + 1)}`);
  }
  const isRepeated = bare.split(only).length > 2;
  if (only !== '' && isGrouped(bare, only) && (isRepeated || only === group)) return Number(bare.replaceAll(only, ''));
  return Number(bare.replace(',', '.'));
}

/** The number a numeral stands for, by the marks and words of its language: `2,350` is 2350, `4 million` is 4000000. */
export function numeralValue(numeral: string, locale = 'en'): number {
  const text = latinDigits(numeral);
  const word = /[^\d.,٬٫’'\s].*$/u.exec(text)?.[0] ?? '';
  const multiple = intlWords(locale).multiples.get(word) ?? 1;
  const value = plainNumber(text.slice(0, text.length - word.length), locale) * multiple;
  return Number(value.toPrecision(15));
}
