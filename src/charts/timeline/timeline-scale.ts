import { clamp } from '../../geo/clamp.ts';
import { dateOfDay, dayOfMonth, formatDay, formatYear } from '../../i18n/format.ts';
import { formatter } from '../../i18n/formatter.ts';
import { intlTag, localeInfo } from '../../i18n/locales.ts';
import type { Moment, Span } from './timeline-dates.ts';

/** Months since year 0, with the share of the month that has passed. */
export function monthNumber(day: number): number {
  const date = dateOfDay(day);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const first = dayOfMonth(month);
  return month + (day - first) / (dayOfMonth(month + 1) - first);
}

export const yearOfDay = (day: number): number => dateOfDay(day).getUTCFullYear();

/** A month's short name, or its one letter; of two names the first. Names given in `LOCALES` have no short form. */
export function monthName(month: number, locale: string, form: 'short' | 'narrow'): string {
  const day = dayOfMonth(month);
  if (localeInfo(locale).months !== undefined) return formatDay(day, locale, 'month').split('/')[0] ?? '';
  return formatter(Intl.DateTimeFormat, intlTag(locale), { month: form, timeZone: 'UTC' }).format(dateOfDay(day));
}

/** Where readers know months by one letter. Where they do not, half of them begin alike and no letter says which is meant. */
export const hasMonthLetters = (locale: string): boolean => localeInfo(locale).months === undefined;

export const dayName = (day: number, locale: string): string =>
  formatter(Intl.NumberFormat, intlTag(locale), {}).format(dateOfDay(day).getUTCDate());

/** A date in words, as exactly as it is known. */
export function momentName({ first, last, exactness }: Moment, locale: string, day: 'full' | 'day-month'): string {
  if (exactness === 'day') return formatDay(first, locale, day);
  if (exactness === 'month') return formatDay(first, locale, 'month-year');
  const [from, to] = [first, last].map((end) => formatYear(yearOfDay(end), locale));
  return from === to ? (from ?? '') : `${from}–${to}`;
}

/** What an axis counts, and names what stands on it by. */
export type Grain = 'day' | 'month' | 'year';

/** Numbers of months, of all else days, from `first` to `last`, over `width` pixels from the reading start. */
export interface TimeScale {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly grain: Grain;
  /** Months are equally wide, however many days they have. */
  readonly counts: 'days' | 'months';
}

/** Pixels from the reading start to a day or a month. */
export const positionOn = ({ first, last, width }: TimeScale, value: number): number =>
  ((value - first) / Math.max(1, last - first)) * width;

/** Longer than this, an axis has no room for what it counts. */
const MAX_DAYS = 92;
const MAX_MONTHS = 36;
const DAYS_A_MONTH = 30.44;
/** Nearer than this, ticks of months are a bar. */
const MONTH_PX = 12;

const grainOf = (days: number): Grain =>
  days <= MAX_DAYS ? 'day' : days <= MAX_MONTHS * DAYS_A_MONTH ? 'month' : 'year';

export function dayScale({ first, last }: Span, width: number): TimeScale {
  return { first, last, width, grain: grainOf(last - first), counts: 'days' };
}

/** The scale of an overview: by months, or by years where these are too many. `last` is what follows the last one shown. */
export function overviewScale({ first, last }: Span, width: number): TimeScale {
  const [from, to] = [Math.floor(monthNumber(first)), Math.floor(monthNumber(last)) + 1];
  if (width / (to - from) >= MONTH_PX) return { first: from, last: to, width, grain: 'month', counts: 'months' };
  return { first, last: last + 1, width, grain: 'year', counts: 'days' };
}

/** Pixels from the reading start to a day; days outside a scale are at its ends. */
export const positionOfDay = (scale: TimeScale, day: number): number =>
  positionOn(scale, clamp(scale.counts === 'months' ? monthNumber(day) : day, scale.first, scale.last));

export const steps = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
