import { dateWords } from './date-words.ts';
import { latinDigits } from './digits.ts';
import { intlWords } from './intl-words.ts';
import { anyOf } from './numeral-value.ts';
import type { Numeral } from './numerals.ts';

/** A date or a span in a text that cannot be meant. */
export interface WrongDate extends Numeral {
  readonly problem: 'NoSuchDate' | 'ReversedSpan';
}

interface Patterns {
  readonly dayFirst: RegExp;
  readonly monthFirst: RegExp | null;
  readonly reversed: RegExp;
}

const YEAR_AFTER = '(?:[,،]?\\s(?:of\\s|del?\\s)?(\\d{4})(?!\\d))?';

function buildPatterns(locale: string): Patterns {
  const { months, eras, isMonthFirst } = intlWords(locale);
  const words = dateWords(locale);
  const numbered = [...months].flatMap(([name, number]) => (number > 0 ? [name] : []));
  const month = `(${anyOf(numbered)})(?![\\p{Ll}\\p{Lu}])`;
  const day = `(?<![\\d.,])(\\d{1,2})(?:${words.ordinal}|\\.)?`;
  return {
    dayFirst: new RegExp(`${day}\\s(?:\\p{L}{1,3}\\s)?\\p{Lo}?${month}\\.?${YEAR_AFTER}`, 'gu'),
    monthFirst: isMonthFirst
      ? new RegExp(`(?<![\\p{Ll}\\p{Lu}])${month}\\.?\\s(\\d{1,2})(?![\\d.,:]\\d|\\d)${YEAR_AFTER}`, 'gu')
      : null,
    reversed: new RegExp(`(?<!\\d)([12]\\d{3})[–—]([12]\\d{3})(?!\\d)(?!\\s?(?:${anyOf(eras)}|${words.eras}))`, 'gu'),
  };
}

const built = new Map<string, Patterns>();

function patternsFor(locale: string): Patterns {
  const patterns = built.get(locale) ?? buildPatterns(locale);
  built.set(locale, patterns);
  return patterns;
}

/** Without a year every February may have its 29th. */
function exists(day: number, month: number, year = 2000): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year < 100 ? 2000 : year, month, 0)).getUTCDate();
}

const yearOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** A numeric date stands for a day in one order or the other. */
function isNumericDate(first: number, second: number, year: number): boolean {
  const isDay = (day: number, month: number): boolean => month >= 1 && month <= 12 && exists(day, month, year);
  return isDay(first, second) || isDay(second, first);
}

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NUMERIC = /(?<![\d.,/])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d|[.,/]\d)/g;

type Match = RegExpMatchArray;

/** Dates no calendar has, such as 31 February, and spans of years that end before they begin, in the words of a language. */
export function wrongDates(text: string, locale: string): readonly WrongDate[] {
  const { dayFirst, monthFirst, reversed } = patternsFor(locale);
  const { months } = intlWords(locale);
  const latin = latinDigits(text);
  const monthOf = (name = ''): number => months.get(name) ?? months.get(name.replace(/\.$/, '')) ?? 1;
  const found = (pattern: RegExp | null, isWrong: (match: Match) => boolean): readonly Match[] =>
    pattern === null ? [] : [...latin.matchAll(pattern)].filter((match) => isWrong(match));
  const none = [
    ...found(dayFirst, ([, day, name, year]) => Number(day) <= 31 && !exists(Number(day), monthOf(name), yearOf(year))),
    ...found(
      monthFirst,
      ([, name, day, year]) => Number(day) <= 31 && !exists(Number(day), monthOf(name), yearOf(year)),
    ),
    ...found(ISO, ([, year, month, day]) => !(Number(month) <= 12 && exists(Number(day), Number(month), Number(year)))),
    ...found(NUMERIC, ([, first, , second, year]) => !isNumericDate(Number(first), Number(second), Number(year))),
  ];
  const backwards = found(reversed, ([, from, to]) => Number(from) > Number(to));
  const wrong = (problem: WrongDate['problem'], { 0: part, index = 0 }: Match): WrongDate => ({
    problem,
    text: text.slice(index, index + part.length),
    index,
  });
  return [
    ...none.map((match) => wrong('NoSuchDate', match)),
    ...backwards.map((match) => wrong('ReversedSpan', match)),
  ];
}
