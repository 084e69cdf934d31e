import { formatter } from './formatter.ts';
import { intlTag, localeInfo } from './locales.ts';

const THOUSAND = 1_000;
const MILLION = 1_000_000;
const MILLIARD = 1_000_000_000;
/** Fewer than this many thousands are shortest in figures. */
const MIN_THOUSANDS = 3;
/** As many digits as `Intl` takes: none that was written is rounded away. */
const ALL_DIGITS = 100;

/** A number with as many digits after the point as its author wrote, noughts at its end among them. */
export interface Written {
  readonly value: number;
  readonly fractionDigits: number;
}

/** Words by the plural category `Intl` gives their count. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * The word after a round count of thousands, by plural category of the count, where figures in full read badly. In Arabic
 * the nought is a dot and the separator looks like a quotation mark. As Intl has them, but for ten thousand, which it gives
 * the word of eleven. The dual is inflected and has no figure: one and two thousand stay in figures.
 */
const THOUSANDS: Readonly<Record<string, PluralForms>> = { ar: { few: 'آلاف', other: 'ألف' } };

/** `٢٣٥ ألف`, in languages that have a word for it; null for other numbers. */
function inThousands(value: number, locale: string): string | null {
  const thousands = THOUSANDS[locale];
  const count = value / THOUSAND;
  const isRound = Number.isInteger(count) && Math.abs(count) >= MIN_THOUSANDS && Math.abs(value) < MILLION;
  if (thousands === undefined || !isRound) return null;
  const category = formatter(Intl.PluralRules, intlTag(locale), {}).select(count);
  return `${formatNumber(count, locale)} ${thousands[category] ?? thousands.other}`;
}

/** What a language's word multiplies its figures by is a power of ten, unless they have been rounded. */
function isExact(value: number, format: Intl.NumberFormat): boolean {
  const parts = format.formatToParts(value);
  const figures = parts.filter(({ type }) => type === 'integer' || type === 'decimal' || type === 'fraction');
  const count = Number(figures.map(({ type, value: text }) => (type === 'decimal' ? '.' : text)).join(''));
  const power = Math.log10(value / count);
  // Where a language has no word, `Intl` gives a letter, which is the mark of a machine.
  const hasWord =
    parts.some(({ type, value: text }) => type === 'compact' && text.length > 1) ||
    !/[a-z]/i.test(format.format(value));
  return hasWord && Math.abs(power - Math.round(power)) < 1e-12;
}

/** How a round count of millions or milliards is written, `3.5 million`; null where that would round it. */
function wordOptions(values: readonly number[], locale: string): Intl.NumberFormatOptions | null {
  const least = Math.min(...values.map(Math.abs));
  if (least < MILLION) return null;
  const digits = least < MILLIARD ? 1 : 3;
  const options: Intl.NumberFormatOptions = {
    notation: 'compact',
    compactDisplay: 'long',
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  };
  const { numberingSystem } = localeInfo(locale);
  const latin = formatter(Intl.NumberFormat, intlTag(locale).replace(numberingSystem, 'latn'), options);
  return values.every((value) => isExact(Math.abs(value), latin)) ? options : null;
}

/** Options that keep every digit of what was written. */
function digitOptions(written: readonly Written[]): Intl.NumberFormatOptions {
  const minimumFractionDigits = Math.min(ALL_DIGITS, Math.max(...written.map(({ fractionDigits }) => fractionDigits)));
  return { minimumFractionDigits, maximumFractionDigits: ALL_DIGITS };
}

/** Figures with the sign of minus in place of the hyphen that `Intl` takes in many languages. */
export const withMinus = (text: string): string => text.replace(/-(?=\p{Nd})/gu, '−');

/** Both ends with their signs, of which `Intl` writes one alone in some languages; between them the language's own sign. */
function signedRange(from: number, to: number, format: Intl.NumberFormat): string {
  const parts = format.formatRangeToParts(-2, 1);
  const first = parts.findLastIndex(({ source }) => source === 'startRange');
  const second = parts.findIndex(({ source }) => source === 'endRange');
  const between = parts.slice(first + 1, second).map(({ value }) => value);
  return withMinus([format.format(from), ...between, format.format(to)].join(''));
}

/** A number, or a range from one to another, with every digit that was written and the given grouping. */
export function formatWritten(written: readonly Written[], locale: string, own: Intl.NumberFormatOptions = {}): string {
  const values = written.map(({ value }) => value);
  const words = own.useGrouping === false ? null : wordOptions(values, locale);
  const options = { ...digitOptions(written), ...own, ...words };
  const format = formatter(Intl.NumberFormat, intlTag(locale), options);
  const [from = 0, to] = values;
  if (to !== undefined) return from < 0 || to < 0 ? signedRange(from, to, format) : format.formatRange(from, to);
  return (words === null ? inThousands(from, locale) : null) ?? format.format(from);
}

/**
 * `235,000`, `3 million`, `٢٣٥ ألف`: in full, or with a word where the number is a round count of millions, in some
 * languages of thousands. No digit is rounded away.
 */
export function formatNumber(value: number, locale: string): string {
  return formatWritten([{ value, fractionDigits: 0 }], locale);
}
