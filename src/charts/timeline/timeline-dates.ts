import { dayOfMonth } from '../../i18n/format.ts';

/** How exactly a date is known. */
export type Exactness = 'day' | 'month' | 'year' | 'years';

/** A date as far as it is known: its first and last day, counted from 1970. */
export interface Moment {
  readonly first: number;
  readonly last: number;
  readonly exactness: Exactness;
}

/** A stretch of time by its first and last day, counted from 1970. */
export type Span = Pick<Moment, 'first' | 'last'>;

const DATE = /^(?:(AD|CE) )?(\d{1,4})(?:-(\d\d))?(?:-(\d\d))?(s|(?:st|nd|rd|th) century)?(?: (BC|BCE|AD|CE))?$/i;

/** There is no year 0: 1 BC is year 0 of astronomers, 44 BC their -43. */
const yearOf = (counted: number, isBefore: boolean): number => (isBefore ? 1 - counted : counted);

/** @param from first and last year as people count them, the later one first before Christ */
function years(from: number, to: number, isBefore: boolean): Moment {
  const [first, last] = isBefore ? [yearOf(to, true), yearOf(from, true)] : [from, to];
  const exactness = from === to ? 'year' : 'years';
  return { first: dayOfMonth(12 * first), last: dayOfMonth(12 * (last + 1)) - 1, exactness };
}

function daysOf(year: number, month: number, day: number | null): Moment | 'none' {
  const start = dayOfMonth(12 * year + month - 1);
  const next = dayOfMonth(12 * year + month);
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > next - start))) return 'none';
  if (day === null) return { first: start, last: next - 1, exactness: 'month' };
  return { first: start + day - 1, last: start + day - 1, exactness: 'day' };
}

function several(count: number, kind: string, isBefore: boolean): Moment | null {
  if (kind === 's') return count % 10 === 0 ? years(count === 0 ? 1 : count, count + 9, isBefore) : null;
  return count === 0 ? null : years(100 * (count - 1) + 1, 100 * count, isBefore);
}

/**
 * Reads a date as an author writes it: `2019-12-27`, `2019-12`, `2019`, `0079`, `1920s`, `44 BC`, `0044-03-15 BC`,
 * `5th century BC`.
 * @returns null where it is none, `none` where it is written well and no calendar has it
 */
export function readMoment(written: string): Moment | 'none' | null {
  const [found, prefix, count = '', month, day, kind, suffix] = DATE.exec(written.trim()) ?? [];
  const number = Number(count);
  if (found === undefined || (prefix !== undefined && suffix !== undefined)) return null;
  const isBefore = /^bc/i.test(suffix ?? '');
  if (kind !== undefined) return month === undefined ? several(number, kind.toLowerCase(), isBefore) : null;
  if (number === 0) return 'none';
  if (month === undefined) return years(number, number, isBefore);
  return daysOf(yearOf(number, isBefore), Number(month), day === undefined ? null : Number(day));
}

/** The day a date stands at on an axis: the middle of what is known. */
export const middleOf = ({ first, last }: Span): number => (first + last) / 2;

export const isWithinSpan = (inner: Span, outer: Span): boolean =>
  inner.first >= outer.first && inner.last <= outer.last;

export const meets = (a: Span, b: Span): boolean => a.first <= b.last && a.last >= b.first;

/** First and last date of a period: of decades, their first and last year. */
export function endsOf({ from, to }: { readonly from: Moment; readonly to: Moment }): readonly [Moment, Moment] {
  const single = (end: Moment, day: number): Moment =>
    end.exactness === 'years' ? { first: day, last: day, exactness: 'year' } : end;
  return [single(from, from.first), single(to, to.last)];
}
