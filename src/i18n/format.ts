import { formatter } from './formatter.ts';
import type { DatePatterns, LocaleEntry } from './locale-entries.ts';
import { intlTag, localeInfo } from './locales.ts';

/** `4,000`: a number the program has worked out, with its first two digits after the point. */
export function formatPlainNumber(value: number, locale: string): string {
  return formatter(Intl.NumberFormat, intlTag(locale), { maximumFractionDigits: 2 }).format(value);
}

/** @param value in hundredths: 70 is `70%` */
export function formatPercent(value: number, locale: string): string {
  const options = { style: 'percent', maximumFractionDigits: 12 } as const;
  return formatter(Intl.NumberFormat, intlTag(locale), options).format(Number((value / 100).toPrecision(12)));
}

/** A distance with the name of its unit, the only word in it, that the language gives it here. */
export function withUnit(distance: string, unit: 'kilometer' | 'meter', locale: string): string {
  const own = localeInfo(locale).units?.[unit];
  return own === undefined ? distance : distance.replace(/\p{L}+/u, own);
}

/** `4 km`; short distances in metres. */
export function formatDistance(km: number, locale: string): string {
  const isShort = Math.abs(km) < 1 && km !== 0;
  const unit = isShort ? ({ unit: 'meter', value: km * 1000 } as const) : ({ unit: 'kilometer', value: km } as const);
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: unit.unit, maximumFractionDigits: 1 };
  return withUnit(formatter(Intl.NumberFormat, intlTag(locale), options).format(unit.value), unit.unit, locale);
}

/** `A, B`, `أ، ب`: a list without "and". */
export function formatList(items: readonly string[], locale: string): string {
  return formatter(Intl.ListFormat, intlTag(locale), { type: 'unit', style: 'short' }).format(items);
}

export type DateStyle = 'full' | 'day-month' | 'month' | 'month-year';

const DATE_PARTS: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  month: { month: 'long' },
  'month-year': { month: 'long', year: 'numeric' },
};

const IN_A_ROW: DatePatterns = {
  full: '{day} {month} {year}',
  'day-month': '{day} {month}',
  'month-year': '{month} {year}',
};

/** The months by the names the language gives them here. */
function formatWithMonths(date: Date, style: DateStyle, locale: string, entry: LocaleEntry): string {
  const { months, monthStems = months, dates = IN_A_ROW } = entry;
  const month = date.getUTCMonth();
  if (style === 'month') return months?.[month] ?? '';
  const parts: Readonly<Record<string, string | undefined>> = {
    day: formatter(Intl.NumberFormat, intlTag(locale), { useGrouping: false }).format(date.getUTCDate()),
    month: monthStems?.[month],
    year: formatYear(date.getUTCFullYear(), locale),
  };
  return dates[style].replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}

const DAY_MS = 86_400_000;

/** Days since 1970: dates have no time of day, so they are counted in UTC. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

export const dateOfDay = (day: number): Date => new Date(day * DAY_MS);

/** The first day of a month, in months since the beginning of year 0; `Date.UTC` takes the year 79 for 1979. */
export const dayOfMonth = (month: number): number => Math.round(new Date(0).setUTCFullYear(0, month, 1) / DAY_MS);

/**
 * `1917`, `44 BC`: a year, with its era where that is before Christ or asked for.
 * @param year as astronomers count: 0 is 1 BC, -43 is 44 BC
 */
export function formatYear(year: number, locale: string, hasEra = year <= 0): string {
  if (!hasEra) return formatter(Intl.NumberFormat, intlTag(locale), { useGrouping: false }).format(year);
  const options = { year: 'numeric', era: 'short', timeZone: 'UTC' } as const;
  return formatter(Intl.DateTimeFormat, intlTag(locale), options).format(dateOfDay(dayOfMonth(12 * year)));
}

/** A day, counted from 1970, as the language writes dates; before Christ with its era. */
export function formatDay(day: number, locale: string, style: DateStyle = 'full'): string {
  const date = dateOfDay(day);
  const info = localeInfo(locale);
  if (info.months !== undefined) return formatWithMonths(date, style, locale, info);
  const era: Intl.DateTimeFormatOptions = date.getUTCFullYear() <= 0 ? { era: 'short' } : {};
  const options = { ...DATE_PARTS[style], ...('year' in DATE_PARTS[style] ? era : {}), timeZone: 'UTC' };
  return formatter(Intl.DateTimeFormat, info.dateTag ?? intlTag(locale), options).format(date);
}

/** @param iso `2019-12-27` */
export const formatDate = (iso: string, locale: string, style?: DateStyle): string =>
  formatDay(dayNumber(iso), locale, style);
