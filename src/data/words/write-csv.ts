import { csvFormatRows } from 'd3';
import type { Cell } from '../../story/table.ts';

/** A spreadsheet takes a text that begins like this for something to be worked out. */
const FORMULA = /^[=+\-@\t\r]/;

const cellOf = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
};

/** A table as CSV for spreadsheets: no text in it is taken for a formula. */
export const writeCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${csvFormatRows([head, ...rows].map((row) => row.map(cellOf)))}\r\n`;
