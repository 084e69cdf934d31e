import { type NumeralWords, numeralWords } from './numeral-words.ts';

/** What may explain a numeral. */
export interface Explanations {
  /** Names with figures in them, such as places. */
  readonly names: readonly string[];
  /** Figures somebody answers for. */
  readonly values: ReadonlySet<number>;
  /** Language of the text; English where absent. */
  readonly locale?: string;
}

export interface Numeral {
  readonly text: string;
  readonly index: number;
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const DAYS = `${DAY}(?:(?:\\s?[–-]\\s?|, | and | to | or | إلى |\\s?و\\s?)${DAY})*`;
const ALONE = '(?<![\\d.,])';
const END = '(?![\\d]|[.,]\\d)';

interface Patterns {
  /** Dates, years and road numbers explain themselves. */
  readonly selfExplained: readonly RegExp[];
  readonly numeral: RegExp;
}

/** Longer words first: one may begin with another. */
const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

function buildPatterns({ months, multiples }: NumeralWords): Patterns {
  const anyMonth = anyOf(months);
  return {
    selfExplained: [
      /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu,
      new RegExp(`${ALONE}${DAYS}\\s(?:of\\s)?(?:${anyMonth})`, 'gu'),
      new RegExp(`(?:${anyMonth})\\s${DAYS}${END}`, 'gu'),
      new RegExp(`${ALONE}(?:19\\d\\d|20\\d\\d|2100)(?:[–-]\\d\\d)?(?:s\\b|${END})`, 'gu'),
      /(?<![\p{Lu}\p{Ll}\d])\p{Lu}\d{1,3}(?![\p{Lu}\p{Ll}\d])/gu,
    ],
    numeral: new RegExp(`\\d+(?:[.,]\\d+)*(?:\\s(?:${anyOf(multiples.keys())})(?!\\p{L}))?`, 'gu'),
  };
}

const built = new Map<string, Patterns>();

function patternsFor(locale: string): Patterns {
  const found = built.get(locale) ?? buildPatterns(numeralWords(locale));
  built.set(locale, found);
  return found;
}

function latinFigures(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (figure) => String(figure.charCodeAt(0) & 0xf))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
}

/** The number a numeral stands for: `2,350` is 2350, `4 million` is 4000000. */
export function numeralValue(numeral: string, locale = 'en'): number {
  const word = numeral.replace(/^[^\s]*\s?/u, '');
  const figures = latinFigures(numeral).replace(/[^\d.,]/g, '');
  const multiple = numeralWords(locale).multiples.get(word) ?? 1;
  return Number(figures.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.')) * multiple;
}

function masked(text: string, names: readonly string[], { selfExplained }: Patterns): string {
  const blank = (part: string) => ' '.repeat(part.length);
  const withoutNames = names
    .filter((name) => /\d/.test(latinFigures(name)))
    .reduce((rest, name) => rest.replaceAll(latinFigures(name), blank(name)), text);
  return selfExplained.reduce((rest, pattern) => rest.replace(pattern, blank), withoutNames);
}

/** Numerals in a text that no date, year, road, name or known figure explains, in either script's figures. */
export function unexplainedNumerals(text: string, { names, values, locale = 'en' }: Explanations): readonly Numeral[] {
  const patterns = patternsFor(locale);
  return [...masked(latinFigures(text), names, patterns).matchAll(patterns.numeral)]
    .map(({ 0: found, index }) => ({ text: text.slice(index, index + found.length), index }))
    .filter(({ text: numeral }) => !values.has(numeralValue(numeral, locale)));
}

/** Every number a text names in figures. */
export function numbersNamed(text: string, locale = 'en'): readonly number[] {
  const { numeral } = patternsFor(locale);
  return [...latinFigures(text).matchAll(numeral)].map(([found]) => numeralValue(found, locale));
}
