import { formatter } from './formatter.ts';
import { intlTag, localeInfo } from './locales.ts';

const THOUSAND = 1_000;
const MILLION = 1_000_000;
/** Fewer than this many thousands are shortest in figures. */
const MIN_THOUSANDS = 3;

/** `٢٣٥ ألف`, in languages that have a word for it; null for other numbers. */
function formatThousands(value: number, locale: string): string | null {
  const { thousands } = localeInfo(locale);
  const count = value / THOUSAND;
  const isRound = Number.isInteger(count) && Math.abs(count) >= MIN_THOUSANDS && Math.abs(value) < MILLION;
  if (thousands === undefined || !isRound) return null;
  const category = formatter(Intl.PluralRules, intlTag(locale), {}).select(count);
  return `${formatNumber(count, locale)} ${thousands[category] ?? thousands.other}`;
}

/**
 * `235,000`, `3 million`, `٢٣٥ ألف`: in full, or with a word where the number is a round count of millions, in some
 * languages of thousands.
 */
export function formatNumber(value: number, locale: string): string {
  const inThousands = formatThousands(value, locale);
  if (inThousands !== null) return inThousands;
  const isRoundMillions = Math.abs(value) >= MILLION && value % (MILLION / 10) === 0;
  const options: Intl.NumberFormatOptions = isRoundMillions
    ? { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 1 }
    : { maximumFractionDigits: 2 };
  return formatter(Intl.NumberFormat, intlTag(locale), options).format(value);
}

/** @param value in hundredths: 70 is `70%` */
export function formatPercent(value: number, locale: string): string {
  return formatter(Intl.NumberFormat, intlTag(locale), { style: 'percent', maximumFractionDigits: 1 }).format(
    value / 100,
  );
}

/** `4 km`; short distances in metres. */
export function formatDistance(km: number, locale: string): string {
  const unit = Math.abs(km) < 1 && km !== 0 ? { unit: 'meter', value: km * 1000 } : { unit: 'kilometer', value: km };
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: unit.unit, maximumFractionDigits: 1 };
  return formatter(Intl.NumberFormat, intlTag(locale), options).format(unit.value);
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

/** Day, month and year in this order, the months by the names the language gives them here. */
function formatWithMonths(date: Date, months: readonly string[], locale: string, style: DateStyle): string {
  const figures = formatter(Intl.NumberFormat, intlTag(locale), { useGrouping: false });
  const day = style === 'full' || style === 'day-month' ? [figures.format(date.getUTCDate())] : [];
  const year = style === 'full' || style === 'month-year' ? [figures.format(date.getUTCFullYear())] : [];
  return [...day, months[date.getUTCMonth()] ?? '', ...year].join(' ');
}

/** @param iso `2019-12-27`; a date has no time of day, so it is read and written in UTC everywhere */
export function formatDate(iso: string, locale: string, style: DateStyle = 'full'): string {
  const date = new Date(`${iso}T00:00:00Z`);
  const { months, dateTag } = localeInfo(locale);
  if (months !== undefined) return formatWithMonths(date, months, locale, style);
  const tag = dateTag ?? intlTag(locale);
  return formatter(Intl.DateTimeFormat, tag, { ...DATE_PARTS[style], timeZone: 'UTC' }).format(date);
}

/**
 * A figure with what it counts in, as text shows it: `70%` for `percent`, `4 km` for `km`; for people, years and other
 * plain words the number alone. It does not break across lines.
 */
export function formatQuantity(value: number, unit: string, locale: string): string {
  const formats: Readonly<Record<string, typeof formatNumber>> = { percent: formatPercent, km: formatDistance };
  return (formats[unit] ?? formatNumber)(value, locale).replaceAll(' ', '\u00a0');
}
