import { formatDate } from '../../i18n/format.ts';
import { formatter } from '../../i18n/formatter.ts';
import { intlTag, localeInfo } from '../../i18n/locales.ts';

const DAY_MS = 86_400_000;

/** Days since 1970: dates have no time of day, so they are counted in UTC. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

export const isoOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Months since year 0, with the share of the month that has passed. */
export function monthNumber(iso: string): number {
  const date = new Date(`${iso}T00:00:00Z`);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCFullYear() * 12 + date.getUTCMonth() + (date.getUTCDate() - 1) / days;
}

export const isoOfMonth = (month: number): string =>
  `${Math.floor(month / 12)
    .toString()
    .padStart(4, '0')}-${((month % 12) + 1).toString().padStart(2, '0')}-01`;

/** A month's short name, or its one letter; of two names the first. Names given in `LOCALES` have no short form. */
export function monthName(month: number, locale: string, form: 'short' | 'narrow'): string {
  const iso = isoOfMonth(month);
  if (localeInfo(locale).months !== undefined) return formatDate(iso, locale, 'month').split('/')[0] ?? '';
  return formatter(Intl.DateTimeFormat, intlTag(locale), { month: form, timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** Where readers know months by one letter. Where they do not, half of them begin alike and no letter says which is meant. */
export const hasMonthLetters = (locale: string): boolean => localeInfo(locale).months === undefined;

const plain = (value: number, locale: string): string =>
  formatter(Intl.NumberFormat, intlTag(locale), { useGrouping: false }).format(value);

export const yearName = (month: number, locale: string): string => plain(Math.floor(month / 12), locale);

export const dayName = (iso: string, locale: string): string => plain(Number(iso.slice(8, 10)), locale);

/** A scale of days as points, or of months as spans, over `width` pixels from the reading start. */
export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly width: number;
}

/** Pixels from the reading start to a day or a month. */
export const positionOn = ({ first, last, width }: TimeScale, value: number): number =>
  ((value - first) / Math.max(1, last - first)) * width;

export function dayScale([from, to]: readonly [string, string], width: number): TimeScale {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return { first, last, width };
}

/** `last` is the month after the last one shown. */
export function monthScale([from, to]: readonly [string, string], width: number): TimeScale {
  const first = Math.floor(monthNumber(from));
  const last = Math.floor(monthNumber(to)) + 1;
  return { first, last, width };
}

export const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
