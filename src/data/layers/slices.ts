import type { Cell } from '../../story/table.ts';
import type { TimeSpec } from './layer-spec.ts';

const DIGITS = { year: 4, month: 7, day: 10 } as const;

/** The time of a cell, as slices are called by it; null where it has none. */
export function timeOf(cell: Cell | undefined, by: TimeSpec['by']): string | null {
  if (cell === null || cell === undefined) return null;
  const text = String(cell);
  const isDate = by !== null && /^\d{4}-\d{2}/.test(text);
  return isDate ? text.slice(0, DIGITS[by]) : text;
}

const YEAR = /^-?\d+$/;
const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** Times in order: years and dates by the calendar, labels as they first come in the data. */
export function orderTimes(times: readonly string[]): readonly string[] {
  const distinct = [...new Set(times)];
  if (distinct.every((time) => YEAR.test(time))) return distinct.toSorted((a, b) => Number(a) - Number(b));
  return distinct.every((time) => DATE.test(time)) ? distinct.toSorted() : distinct;
}
