import type { Cell, Column, Stray } from '../../story/table.ts';
import { isSlashDate, readDate } from './read-date.ts';
import { type DecimalSign, readNumber } from './read-number.ts';

/** What spreadsheets and statistical offices write where there is nothing. */
const NOTHING = /^(?:|n\/?a|#n\/?a|null|none|nil|-|–|—|\.|\.\.|\.\.\.|:|…)$/i;

/** As a file or a spreadsheet gives it. */
export type RawCell = string | number | boolean | Date | null;

export interface ReadColumn {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

type Read = number | 'not-finite' | null;

function textOf(cell: RawCell): string {
  if (cell === null) return '';
  return (cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell)).trim();
}

function numberOf(cell: RawCell, decimal: DecimalSign): Read {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : 'not-finite';
  return typeof cell === 'string' ? readNumber(cell, decimal) : null;
}

/** Fewer figures than this share, and a column of texts is meant to be one. */
const MOSTLY = 0.5;

/** Reads the cells of one column, of one kind all of them. */
export function readColumn(
  name: string,
  raw: readonly RawCell[],
  rowNumbers: readonly number[],
  decimal: DecimalSign,
): ReadColumn {
  const texts = raw.map(textOf);
  const filled = texts.flatMap((text, index) => (NOTHING.test(text) ? [] : [index]));
  const numbers = raw.map((cell) => numberOf(cell, decimal));
  const strayAt = (index: number): Stray => ({ row: rowNumbers[index] ?? 0, text: texts[index] ?? '' });
  const notFinite = filled.filter((index) => numbers[index] === 'not-finite').map(strayAt);
  const said = filled.filter((index) => numbers[index] !== 'not-finite');
  const others = said.filter((index) => numbers[index] === null);
  const found = { name, notFinite, strays: [], slashDates: [] };
  if (said.length === 0) return { column: { ...found, type: 'empty' }, cells: raw.map(() => null) };
  if (others.length === 0) {
    const cells = numbers.map((read) => (typeof read === 'number' ? read : null));
    return { column: { ...found, type: 'number' }, cells };
  }
  const dates = texts.map(readDate);
  const isFilled = new Set(said);
  if (said.every((index) => dates[index] !== null)) {
    return { column: { ...found, type: 'date' }, cells: dates.map((date, at) => (isFilled.has(at) ? date : null)) };
  }
  const isMostlyFigures = said.length - others.length > MOSTLY * said.length;
  return {
    column: {
      ...found,
      type: 'text',
      strays: isMostlyFigures ? others.map(strayAt) : [],
      slashDates: said.filter((index) => isSlashDate(texts[index] ?? '')).map(strayAt),
    },
    cells: texts.map((text, at) => (isFilled.has(at) ? text : null)),
  };
}
