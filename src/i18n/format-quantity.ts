import { formatYear, withUnit } from './format.ts';
import { formatWritten, type Written } from './format-number.ts';
import { formatter } from './formatter.ts';
import { intlTag } from './locales.ts';
import { formatOrdinal } from './ordinals.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const TEMPERATURES: Readonly<Record<string, string>> = {
  '°C': 'celsius',
  '°F': 'fahrenheit',
  celsius: 'celsius',
  fahrenheit: 'fahrenheit',
};

/** Whether a unit is an ISO 4217 code of a currency, such as `USD`. */
export const isCurrency = (unit: string): boolean => CURRENCIES.has(unit);

/** How a unit is set beside its figure; null for one whose figure stands alone. */
function unitOptions(unit: string): Intl.NumberFormatOptions | null {
  const temperature = TEMPERATURES[unit];
  if (unit === 'percent' || unit === '%') return { style: 'percent' };
  if (temperature !== undefined) return { style: 'unit', unit: temperature };
  if (unit === 'km') return { style: 'unit', unit: 'kilometer' };
  return isCurrency(unit) ? { style: 'currency', currency: unit } : null;
}

/** Whether figures of a unit are written without it: people, tonnes per hectare and whatever else is words. */
export const standsAlone = (unit: string): boolean =>
  unit !== 'year' && unit !== 'ordinal' && unitOptions(unit) === null;

const FIGURE_PARTS = new Set(['integer', 'group', 'decimal', 'fraction']);

/** Figures with the sign or unit a language sets before or after them. */
function dressed(figures: string, sample: number, locale: string, options: Intl.NumberFormatOptions): string {
  const parts = formatter(Intl.NumberFormat, intlTag(locale), options).formatToParts(sample);
  const first = parts.findIndex(({ type }) => FIGURE_PARTS.has(type));
  const last = parts.findLastIndex(({ type }) => FIGURE_PARTS.has(type));
  const textOf = (from: number, to?: number): string =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join('');
  return textOf(0, first) + figures + textOf(last + 1);
}

/** A part of a unit of money has as many digits as the currency has; whole units need none. */
function moneyDigits(written: readonly Written[], unit: string): readonly Written[] {
  if (written.every(({ value }) => Number.isInteger(value))) return written;
  const options = { style: 'currency', currency: unit } as const;
  const { maximumFractionDigits = 2 } = formatter(Intl.NumberFormat, 'en', options).resolvedOptions();
  return written.map(({ value, fractionDigits }) => ({
    value,
    fractionDigits: Math.max(fractionDigits, maximumFractionDigits),
  }));
}

/** Kilometres, or metres where all are less than one: digits move, and none is lost. */
function inMetres({ value, fractionDigits }: Written): Written {
  return { value: Number((value * 1000).toPrecision(15)), fractionDigits: Math.max(0, fractionDigits - 3) };
}

const isShort = ({ value }: Written): boolean => value !== 0 && Math.abs(value) < 1;

function formatDressed(written: readonly Written[], locale: string, options: Intl.NumberFormatOptions): string {
  const [{ value: sample } = { value: 0 }] = written;
  if (written.length > 1) return dressed(formatWritten(written, locale), Math.abs(sample), locale, options);
  const bare = written.map(({ value, fractionDigits }) => ({ value: Math.abs(value), fractionDigits }));
  return dressed(formatWritten(bare, locale), sample, locale, options);
}

/** @param years as people count them: there is no year 0, and -44 is 44 before Christ */
function formatYears(years: readonly Written[], locale: string): string {
  if (years.every(({ value }) => value > 0)) return formatWritten(years, locale, { useGrouping: false });
  return years.map(({ value }) => formatYear(value < 0 ? value + 1 : value, locale)).join(' – ');
}

function formatWithUnit(written: readonly Written[], unit: string, locale: string): string {
  if (unit === 'year') return formatYears(written, locale);
  if (unit === 'ordinal') return written.map(({ value }) => formatOrdinal(value, locale)).join('–');
  if (unit === 'km' && written.every(isShort)) {
    return withUnit(formatDressed(written.map(inMetres), locale, { style: 'unit', unit: 'meter' }), 'meter', locale);
  }
  const options = unitOptions(unit);
  if (options === null) return formatWritten(written, locale);
  const text = formatDressed(isCurrency(unit) ? moneyDigits(written, unit) : written, locale, options);
  return unit === 'km' ? withUnit(text, 'kilometer', locale) : text;
}

/**
 * A figure with what it counts in, as text shows it: `70%` for `percent`, `4 km` for `km`, `$4.50` for `USD`, `-40°C` for
 * `°C`, `3rd` for `ordinal`, `1917` for `year`; for people, years and other plain words the number alone. It has every
 * digit its author wrote, and does not break across lines.
 * @param value a number, or both ends of a range
 * @param fractionDigits how many digits after the point were written, where noughts are among them
 */
export function formatQuantity(
  value: number | readonly number[],
  unit: string,
  locale: string,
  fractionDigits = 0,
): string {
  const values = typeof value === 'number' ? [value] : value;
  const written = values.map((each) => ({ value: each, fractionDigits }));
  return formatWithUnit(written, unit, locale).replaceAll(' ', '\u00a0');
}
