import { formatDate, formatYear } from '../../i18n/format.ts';
import { withMinus } from '../../i18n/format-number.ts';
import { formatQuantity } from '../../i18n/format-quantity.ts';
import { formatter } from '../../i18n/formatter.ts';
import { intlTag } from '../../i18n/locales.ts';
import type { Cell } from '../../story/table.ts';

/** A value in the reader's language and figures, without what it counts in where that is a plain word. */
export function writeValue(value: Cell, unit: string, locale: string): string {
  if (value === null) return '';
  return typeof value === 'number' ? withMinus(formatQuantity(value, unit, locale)) : value;
}

/** A time of a slice as its language writes it: a day, a month, a year with its era before Christ, or the label it is. */
export function writeTime(time: string, locale: string): string {
  if (/^-?\d{1,4}$/.test(time)) {
    const year = Number(time);
    return formatYear(year < 0 ? year + 1 : year, locale);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(time)) return formatDate(time, locale);
  if (!/^\d{4}-\d{2}$/.test(time)) return time;
  return formatDate(`${time}-01`, locale, 'month-year');
}

/** Texts in the order a dictionary of the language has them. */
export const inOrder = (texts: readonly string[], locale: string): readonly string[] =>
  texts.toSorted(formatter(Intl.Collator, intlTag(locale), {}).compare);
