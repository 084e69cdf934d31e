import { LATIN_DATE_WORDS } from './latin-date-words.ts';
import { OTHER_DATE_WORDS } from './other-date-words.ts';
import type { DateWords } from './words-of-dates.ts';

const DATE_WORDS: Readonly<Record<string, DateWords>> = { ...LATIN_DATE_WORDS, ...OTHER_DATE_WORDS };

export const NOTHING = '(?!)';

type DatePatterns = Omit<DateWords, 'write'>;

/** The words of a language, each field with the English ones beside its own; none is a pattern that is never found. */
export function dateWords(locale: string): Required<DatePatterns> {
  const own = DATE_WORDS[new Intl.Locale(locale).language] ?? {};
  const english = DATE_WORDS['en'] ?? {};
  // In other languages "am" is a word.
  const other = own === english ? own : { ...english, clock: 'a\\.m\\.|p\\.m\\.' };
  const both = (field: keyof DatePatterns): string =>
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
  return Object.fromEntries(fields.map((field) => [field, both(field)])) as Record<keyof DatePatterns, string>;
}

/** How one would write a figure that is no count, so that nobody takes it for one: `the year 79`, `page 79`. */
export function waysToWrite(figure: string, locale: string): readonly string[] {
  if (!/^\p{Nd}{1,4}$/u.test(figure)) return [];
  const { write } = DATE_WORDS[new Intl.Locale(locale).language] ?? {};
  return (write ?? DATE_WORDS['en']?.write ?? []).map((way) => way.replace('#', figure));
}
