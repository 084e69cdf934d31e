import { latinDigits } from './digits.ts';
import { intlWords } from './intl-words.ts';
import { anyOf, numeralPattern, numeralValue } from './numeral-value.ts';
import { selfExplained } from './self-explained.ts';

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

const blank = (part: string): string => ' '.repeat(part.length);

function masked(text: string, names: readonly string[], locale: string): string {
  const withoutNames = names
    .map(latinDigits)
    .filter((name) => /\d/.test(name))
    .reduce((rest, name) => rest.replaceAll(name, blank(name)), text);
  return selfExplained(locale).reduce((rest, pattern) => rest.replace(pattern, blank), withoutNames);
}

interface FoundNumeral extends Numeral {
  /** What it may stand for: a word that multiplies it may belong to what is counted, and stand before it. */
  readonly values: readonly number[];
}

function numeralsIn(text: string, original: string, locale: string): readonly FoundNumeral[] {
  const { multiples } = intlWords(locale);
  const before = new RegExp(`(${anyOf(multiples.keys())})\\s$`, 'u');
  return [...text.matchAll(numeralPattern(locale))].map(({ 0: found, index }) => {
    const figures = /^[\d.,٬٫’'\s]*\d/.exec(found)?.[0] ?? found;
    const ahead = before.exec(text.slice(0, index))?.[1];
    const plain = numeralValue(figures, locale);
    const values = [plain, numeralValue(found, locale), plain * (multiples.get(ahead ?? '') ?? 1)];
    return {
      text: original.slice(index, index + found.length),
      index,
      values: values.flatMap((each) => [each, -each]),
    };
  });
}

/**
 * Numerals in a text that nothing explains: no date or time, no year, no name with figures in it, no known figure.
 * Figures of every script are read, with the marks, months and words of the text's language.
 */
export function unexplainedNumerals(text: string, { names, values, locale = 'en' }: Explanations): readonly Numeral[] {
  return numeralsIn(masked(latinDigits(text), names, locale), text, locale)
    .filter(({ values: own }) => !own.some((value) => values.has(value)))
    .map(({ text: numeral, index }) => ({ text: numeral, index }));
}

/** Every number a text may name in figures. */
export function numbersNamed(text: string, locale = 'en'): readonly number[] {
  return numeralsIn(latinDigits(text), text, locale).flatMap(({ values }) => values);
}
