import { LEVANTINE_MONTHS, LOCALES } from '../../../i18n/locale-entries.ts';

/** What `Intl` says of dates and numbers in a language. */
export interface IntlWords {
  /** Names of months as they stand alone and beside a day, long and short, with their number from 1. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of eras before and after Christ. */
  readonly eras: readonly string[];
  /** Names of the halves of a day, such as `pm`. */
  readonly dayPeriods: readonly string[];
  /** Whether a date begins with its month, as in `June 14`. */
  readonly isMonthFirst: boolean;
  /** Dates whose parts carry a word of their own: `2019年`, `6월`, with `#` for the figures. */
  readonly counters: readonly string[];
  /** Words beside a figure and what they multiply it by: `million` 1,000,000. */
  readonly multiples: ReadonlyMap<string, number>;
  /** What stands between thousands, and before tenths. */
  readonly group: string;
  readonly decimal: string;
}

type Part = Intl.DateTimeFormatPart | Intl.NumberFormatPart;

const partsOf = (parts: readonly Part[], type: Part['type']): readonly string[] =>
  parts.filter((part) => part.type === type).map(({ value }) => value);

const dateFormat = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });

/** Calendars whose months a text in the language may name; the language's own comes last. */
function calendarsOf(locale: string): readonly string[] {
  const own = new Intl.DateTimeFormat(locale).resolvedOptions().calendar;
  const islamic = /^(ar|fa|ur|ckb|ps|ug)\b/.test(locale) ? ['islamic-umalqura'] : [];
  return [...new Set(['gregory', ...islamic, ...(locale.startsWith('he') ? ['hebrew'] : []), own])];
}

const MONTH_STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'long', year: 'numeric' },
];

/** Every day of a month has its name, so that calendars whose months begin elsewhere are read whole. */
const SAMPLES = Array.from({ length: 24 }, (_, half) => Date.UTC(2019, Math.floor(half / 2), half % 2 === 0 ? 2 : 17));

/** A month as it stands in a date, also with the ending that `Intl` takes for a part of what follows it. */
function monthIn(parts: readonly Intl.DateTimeFormatPart[]): readonly string[] {
  const at = parts.findIndex(({ type }) => type === 'month');
  const name = (parts[at]?.value ?? '').replace(/\.$/, '');
  const ending = /^\p{L}*/u.exec(parts[at + 1]?.type === 'literal' ? (parts[at + 1]?.value ?? '') : '')?.[0] ?? '';
  return [name, name + ending];
}

/** Many languages inflect a month beside a day. Months of other calendars have no number here. */
function monthsIn(locale: string): readonly (readonly [string, number])[] {
  return calendarsOf(locale).flatMap((calendar) =>
    MONTH_STYLES.flatMap((style) => {
      const format = dateFormat(`${locale}-u-ca-${calendar}`, style);
      return SAMPLES.flatMap((at, half) => {
        const number = calendar === 'gregory' ? Math.floor(half / 2) + 1 : 0;
        return monthIn(format.formatToParts(at)).map((name) => [name, number] as const);
      });
    }),
  );
}

const hasWord = (name: string): boolean => /\p{L}/u.test(name) && !/\d/.test(name);

function erasIn(locale: string): readonly string[] {
  const names = (['long', 'short'] as const).flatMap((era) => {
    const format = dateFormat(`${locale}-u-ca-gregory`, { year: 'numeric', era });
    return [-43, 2019].flatMap((year) => partsOf(format.formatToParts(new Date(0).setUTCFullYear(year)), 'era'));
  });
  // One letter is as often a unit.
  return names.filter((name) => name.replace(/[^\p{L}]/gu, '').length > 1);
}

function dayPeriodsIn(locale: string): readonly string[] {
  const format = dateFormat(locale, { hour: 'numeric', hour12: true });
  return [6, 18].flatMap((hour) => partsOf(format.formatToParts(Date.UTC(2019, 0, 1, hour)), 'dayPeriod'));
}

function isMonthFirst(locale: string): boolean {
  const types = dateFormat(locale, { day: 'numeric', month: 'long' })
    .formatToParts(0)
    .map(({ type }) => type);
  return types.indexOf('month') < types.indexOf('day');
}

const COUNTED: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { month: 'long' },
  { day: 'numeric' },
  { hour: 'numeric', hour12: false },
];

function countersIn(locale: string): readonly string[] {
  const tag = `${locale}-u-ca-gregory-nu-latn`;
  const write = (options: Intl.DateTimeFormatOptions): string =>
    dateFormat(tag, options).format(Date.UTC(2019, 5, 14, 14));
  const alone = COUNTED.map(write).filter((text) => /\d\s?\p{Lo}|\p{Ll}\s\d/u.test(text));
  // Where a month is a number it often is one in a whole date only.
  const inDates = write({ dateStyle: 'long' }).match(/\d+\s?\p{Lo}(?![\p{L}\p{M}])/gu) ?? [];
  return [...new Set([...alone, ...inDates].map((text) => text.replace(/\d+/, '#')))];
}

const POWERS = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e12];

/** A language may have one word for two, another for five and a third for a hundred thousand. */
function multiplesIn(locale: string): readonly (readonly [string, number])[] {
  return (['long', 'short'] as const).flatMap((compactDisplay) => {
    const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, { notation: 'compact', compactDisplay });
    return POWERS.flatMap((power) =>
      [1, 2, 5, 11, 100].flatMap((count) => {
        const parts = format.formatToParts(count * power);
        const shown = Number(partsOf(parts, 'integer').join('') || count);
        return partsOf(parts, 'compact').map((word) => [word, (count * power) / shown] as const);
      }),
    );
  });
}

/** Multiples that dictionaries of numbers leave out, and editors write. */
const OWN_MULTIPLES: readonly (readonly [string, number])[] = [
  ...([
    ['bn', 1e9],
    ['tn', 1e12],
    ['lakh', 1e5],
    ['crore', 1e7],
    ['Mrd.', 1e9],
    ['Mio.', 1e6],
  ] as const),
];
const OWN_MONTHS: readonly (readonly [string, number])[] = [
  ['Sept', 9],
  ...LEVANTINE_MONTHS.flatMap((names, at) => names.split('/').map((name) => [name, at + 1] as const)),
];

/** Names that a language is given by hand, alone and with the endings they have in a date. */
function entryMonths(locale: string): readonly (readonly [string, number])[] {
  const { months = [], monthStems = months } = LOCALES[locale] ?? {};
  const named = (names: readonly string[], ending: string) => names.map((name, at) => [name + ending, at + 1] as const);
  return ['', 'a', 'ê'].flatMap((ending) => [...named(months, ''), ...named(monthStems, ending)]);
}

function readWords(locale: string): IntlWords {
  const marks = new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1_234_567.8);
  const months = [...monthsIn('en'), ...OWN_MONTHS, ...entryMonths(locale), ...monthsIn(locale)].filter(([name]) =>
    hasWord(name),
  );
  return {
    months: new Map(months),
    eras: [...new Set([...erasIn('en'), ...erasIn(locale)])],
    dayPeriods: [...new Set(dayPeriodsIn(locale).filter(hasWord))],
    isMonthFirst: isMonthFirst(locale),
    counters: countersIn(locale),
    multiples: new Map([...multiplesIn('en'), ...multiplesIn('ar'), ...OWN_MULTIPLES, ...multiplesIn(locale)]),
    group: partsOf(marks, 'group')[0] ?? ',',
    decimal: partsOf(marks, 'decimal')[0] ?? '.',
  };
}

const read = new Map<string, IntlWords>();

/** What `Intl` says of dates and numbers in a language; read once. */
export function intlWords(locale: string): IntlWords {
  const words = read.get(locale) ?? readWords(locale);
  read.set(locale, words);
  return words;
}
