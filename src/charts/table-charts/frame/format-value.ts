import { withMinus } from '../../../i18n/format-number.ts';
import { formatter } from '../../../i18n/formatter.ts';
import { intlTag } from '../../../i18n/locales.ts';

/** From here on figures are written by their thousands of thousands: `1.5M`, `1,5 Mio.` */
const COMPACT_FROM = 1e6;
/** Beyond what languages have words for. */
const SCIENTIFIC_FROM = 1e15;

const notationOf = (largest: number): Intl.NumberFormatOptions => {
  if (largest >= SCIENTIFIC_FROM) return { notation: 'scientific', maximumSignificantDigits: 3 };
  if (largest >= COMPACT_FROM) return { notation: 'compact', maximumSignificantDigits: 3 };
  return {};
};

const SMALL_DIGITS = 3;

/** Writes figures of one chart in a language, all alike. */
export type WriteValue = (value: number) => string;

/**
 * @param largest of the figures by amount, which decides whether they are shortened
 * @param isShare figures are hundredths
 */
export function valueWriter(locale: string, largest: number, isShare = false): WriteValue {
  const digits = largest >= COMPACT_FROM ? {} : { maximumSignificantDigits: largest < 1 ? SMALL_DIGITS : 12 };
  const options: Intl.NumberFormatOptions = { ...digits, ...notationOf(largest) };
  if (isShare) {
    const share = formatter(Intl.NumberFormat, intlTag(locale), { style: 'percent', maximumFractionDigits: 1 });
    return (value) => withMinus(share.format(value / 100));
  }
  const format = formatter(Intl.NumberFormat, intlTag(locale), options);
  return (value) => withMinus(format.format(value));
}

/** Ticks need as many digits after the point as their step has. */
export function tickWriter(locale: string, ticks: readonly number[], isShare = false): WriteValue {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  if (isShare || largest >= COMPACT_FROM) return valueWriter(locale, largest, isShare);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  const fractionDigits = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
  const options = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
  const format = formatter(Intl.NumberFormat, intlTag(locale), options);
  return (value) => withMinus(format.format(value));
}
