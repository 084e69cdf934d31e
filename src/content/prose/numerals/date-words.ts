import { LATIN_DATE_WORDS } from './latin-date-words.ts';
import { OTHER_DATE_WORDS } from './other-date-words.ts';
import type { DateWords } from './words-of-dates.ts';

const DATE_WORDS: Readonly<Record<string, DateWords>> = { ...LATIN_DATE_WORDS, ...OTHER_DATE_WORDS };

export const NOTHING = '(?!)';

/** The words of a language, each field with the English ones beside its own; none is a pattern that is never found. */
export function dateWords(locale: string): Required<DateWords> {
  const own = DATE_WORDS[new Intl.Locale(locale).language] ?? {};
  const english = DATE_WORDS['en'] ?? {};
  // In other languages "am" is a word.
  const other = own === english ? own : { ...english, clock: 'a\\.m\\.|p\\.m\\.' };
  const both = (field: keyof DateWords): string =>
    [...new Set([own[field], other[field]])].filter((words) => words !== undefined).join('|') || NOTHING;
  const fields = [
    'to',
    'year',
    'yearAfter',
    'when',
    'seasons',
    'century',
    'decadeEnd',
    'decade',
    'ordinal',
    'label',
    'clock',
    'at',
    'hours',
    'counted',
    'eras',
  ] as const;
  return Object.fromEntries(fields.map((field) => [field, both(field)])) as Record<keyof DateWords, string>;
}
