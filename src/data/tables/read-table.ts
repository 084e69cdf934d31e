import { dsvFormat } from 'd3';
import type { Row, TableFault, TableReading } from '../../story/table.ts';
import { type RawCell, readColumn } from './read-column.ts';
import { type DecimalSign, decimalSignOf } from './read-number.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Excel's own way to say what parts the columns. */
const SEP_LINE = /^sep=(.)\r?\n/i;

/** The sign that parts most columns of the head. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

type RawRow = readonly RawCell[];

const isEmpty = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

interface NumberedRow {
  readonly number: number;
  readonly cells: RawRow;
}

/** Columns that exports leave at the end have neither a name nor a cell. */
function widthOf(head: RawRow, rows: readonly NumberedRow[]): number {
  const last = (cells: RawRow): number => cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  return rows.reduce((most, { cells }) => Math.max(most, last(cells)), last(head));
}

function columnFaults(head: readonly string[]): readonly TableFault[] {
  const repeated = head.filter((name, index) => name !== '' && head.indexOf(name) < index);
  const lower = head.map((name) => name.toLowerCase());
  const alike = head.filter((name, index) => {
    const other = lower.indexOf(name.toLowerCase());
    return name !== '' && other < index && head[other] !== name;
  });
  const unnamed = head.flatMap((name, index) => (name === '' ? [index + 1] : []));
  return [
    ...(repeated.length > 0 ? [{ cause: 'repeated-column', names: [...new Set(repeated)] } as const] : []),
    ...(alike.length > 0 ? [{ cause: 'alike-columns', names: [...new Set(alike)] } as const] : []),
    ...(unnamed.length > 0 ? [{ cause: 'unnamed-column', columns: unnamed } as const] : []),
  ];
}

function rowFaults(width: number, rows: readonly NumberedRow[]): readonly TableFault[] {
  if (rows.length === 0) return [{ cause: 'no-rows' }];
  const uneven = rows.filter(({ cells }) => cells.length > width || cells.length < width);
  const meant = uneven.filter(({ cells }) => cells.length < width || cells.slice(width).some((cell) => !isEmpty(cell)));
  return meant.length > 0 ? [{ cause: 'uneven-row', rows: meant.map(({ number }) => number), width }] : [];
}

const EMPTY: TableReading = { table: { columns: [], rows: [], rowNumbers: [] }, faults: [{ cause: 'no-head' }] };

/**
 * A table from rows of cells, the first of which names the columns. Empty rows are left out; of columns with one name the
 * first counts; cells beyond the head's are left out, too.
 */
export function tableOfRows(raw: readonly RawRow[], decimal: DecimalSign = '.'): TableReading {
  const numbered = raw.map((cells, index): NumberedRow => ({ number: index + 1, cells }));
  const [first, ...rows] = numbered.filter(({ cells }) => !cells.every(isEmpty));
  if (first === undefined) return EMPTY;
  const width = widthOf(first.cells, rows);
  const head = Array.from({ length: width }, (_, at) => String(first.cells[at] ?? '').trim());
  const rowNumbers = rows.map(({ number }) => number);
  const read = head.flatMap((name, at) => {
    if (name === '' || head.indexOf(name) < at) return [];
    return [
      readColumn(
        name,
        rows.map(({ cells }) => cells[at] ?? null),
        rowNumbers,
        decimal,
      ),
    ];
  });
  const table = {
    columns: read.map(({ column }) => column),
    rows: rows.map(
      (_, index): Row => Object.fromEntries(read.map(({ column, cells }) => [column.name, cells[index] ?? null])),
    ),
    rowNumbers,
  };
  return { table, faults: [...columnFaults(head), ...rowFaults(width, rows)] };
}

/**
 * Reads CSV or TSV as Excel, QGIS, R and statistical offices write it: with a byte order mark, any line ends, commas,
 * semicolons, tabs or bars, line breaks in quotes, decimal points or commas. Never throws.
 */
export function readTable(text: string): TableReading {
  const own = text.replace(/^\ufeff/, '');
  const said = SEP_LINE.exec(own)?.[1];
  const body = said === undefined ? own : own.replace(SEP_LINE, '');
  const delimiter = said ?? delimiterOf(body);
  const rows = dsvFormat(delimiter).parseRows(body);
  return tableOfRows(rows, decimalSignOf(rows.slice(1).flat(), delimiter));
}
