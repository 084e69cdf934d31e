import type { BindContext, BindProblem, Bound } from '../../annotations/define.ts';
import { formatDay, formatPlainNumber, formatYear } from '../../i18n/format.ts';
import type { Cell, Column, Row, StoryTable, Table } from '../../story/table.ts';
import { columnIn, columnOf, dayOf, inLanguage, keyTypeOf } from './chart-columns.ts';
import { type ChartData, type ChartSeries, isNumber, type Key, type KeyType, NO_DATA } from './chart-data.ts';

/** What an author says of where a chart's figures are. */
export interface ChartSource {
  readonly table: string;
  /** Field and column of the keys: `x`, `names`. */
  readonly keys: { readonly field: string; readonly column: string; readonly label: string };
  readonly series: readonly { readonly column: string; readonly label: string }[];
  /** Column by which the figures of one series are several. */
  readonly by?: string | undefined;
  /** Rows of one time alone, where the table has several. */
  readonly at?: { readonly column: string; readonly time: string } | undefined;
  /** Keys are an axis, in ascending order, each once a series. */
  readonly isOrdered: boolean;
  /** Columns may hold words. */
  readonly takesWords?: true;
  readonly mostSeries: number;
  readonly mostKeys: number;
}

const nameOfKey = (cell: Cell, keyType: KeyType, locale: string): string => {
  if (typeof cell === 'string') return keyType === 'date' ? formatDay(dayOf(cell), locale) : cell;
  if (cell === null) return '';
  return keyType === 'year' ? formatYear(cell, locale) : formatPlainNumber(cell, locale);
};

const keyOf = (cell: Cell, keyType: KeyType): Key =>
  keyType === 'date' ? dayOf(String(cell)) : typeof cell === 'number' && keyType !== 'name' ? cell : String(cell ?? '');

/** A cell of a column of figures that is none, by row: what stands there is for the author to see. */
function strays({ name, strays: found, type }: Column, field: string): readonly BindProblem[] {
  if (type === 'number' || type === 'empty') return [];
  const cells = found.map(({ row, text }) => ({ row, text }));
  return [{ problem: 'TextAmongNumbers', field, column: name, cells }];
}

interface Keyed {
  readonly row: Row;
  readonly key: Key;
  readonly rowNumber: number;
}

function keyedRows(table: Table, column: string, keyType: KeyType, isOrdered: boolean): readonly Keyed[] {
  const rows = table.rows.flatMap((row, index): readonly Keyed[] => {
    const cell = row[column] ?? null;
    return cell === null ? [] : [{ row, key: keyOf(cell, keyType), rowNumber: table.rowNumbers[index] ?? index + 2 }];
  });
  if (!isOrdered || keyType === 'name') return rows;
  return rows.toSorted((a, b) => Number(a.key) - Number(b.key));
}

const figureIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** Figures of one column told apart by another, a series each, in the order in which they are first named. */
function seriesBy(keyed: readonly Keyed[], keys: readonly Key[], column: string, by: string, shown: string) {
  const names = [...new Set(keyed.flatMap(({ row }) => (row[by] === null ? [] : [String(row[by] ?? '')])))];
  const position = new Map(keys.map((key, index) => [key, index]));
  const groups = Map.groupBy(keyed, ({ row }) => String(row[by] ?? ''));
  return names.map((name): ChartSeries => {
    const own = groups.get(name) ?? [];
    const at = new Map(own.map(({ row, key }) => [position.get(key), figureIn(row[column])]));
    return {
      name,
      label: String(own[0]?.row[shown] ?? name),
      values: keys.map((_, index) => at.get(index) ?? null),
    };
  });
}

/** A key that a series has twice. */
function repeated(keyed: readonly Keyed[], { keys, by }: ChartSource, labels: (key: Key) => string) {
  const groups = Map.groupBy(keyed, ({ row, key }) => JSON.stringify([key, by === undefined ? '' : row[by]]));
  const [twice] = [...groups.values()].filter((rows) => rows.length > 1);
  const [first] = twice ?? [];
  if (twice === undefined || first === undefined) return [];
  const rows = twice.map(({ rowNumber }) => rowNumber);
  return [{ problem: 'RepeatedKey', field: keys.field, key: labels(first.key), rows } as const];
}

function tooMany(data: ChartData, { mostSeries, mostKeys, keys }: ChartSource): readonly BindProblem[] {
  const found = [
    { field: 'series', count: data.series.length, most: mostSeries, what: 'series' },
    { field: keys.field, count: data.keys.length, most: mostKeys, what: 'rows' },
  ];
  return found.flatMap(({ field, count, most, what }) =>
    count > most ? [{ problem: 'ChartTooFull', field, count, most, what } as const] : [],
  );
}

/** The rows of a table at a time. */
function rowsAt(table: StoryTable, at: ChartSource['at']): StoryTable {
  if (at === undefined) return table;
  const kept = table.rows.flatMap((row, index) => (String(row[at.column] ?? '') === at.time ? [index] : []));
  return {
    ...table,
    rows: kept.map((index) => table.rows[index] ?? {}),
    rowNumbers: kept.map((index) => table.rowNumbers[index] ?? index + 2),
  };
}

function unknownColumns(table: Table, { keys, series, by, at }: ChartSource): readonly BindProblem[] {
  const among = table.columns.map(({ name }) => name);
  const named = [
    keys,
    ...series.map(({ column }, index) => ({ field: `series.${index}.column`, column })),
    ...(by === undefined ? [] : [{ field: 'by', column: by }]),
    ...(at === undefined ? [] : [{ field: 'time', column: at.column }]),
  ];
  return named.flatMap(({ field, column }) =>
    columnOf(table, column) === undefined ? [{ problem: 'UnknownColumn', field, name: column, among } as const] : [],
  );
}

function readSeries(
  keyed: readonly Keyed[],
  keys: readonly Key[],
  table: Table,
  source: ChartSource,
  locale: string,
): readonly ChartSeries[] {
  const { series, by, takesWords } = source;
  const [only] = series;
  if (by !== undefined && only !== undefined) {
    return seriesBy(keyed, keys, only.column, by, inLanguage(table, by, locale));
  }
  return series.map(({ column, label }) => {
    const shown = columnIn(table, column, locale);
    const isWords = takesWords === true && shown.type !== 'number' && shown.type !== 'empty';
    return {
      name: column,
      label: label || shown.name,
      values: keyed.map(({ row }) => figureIn(row[shown.name])),
      ...(isWords
        ? { words: keyed.map(({ row }) => nameOfKey(row[shown.name] ?? null, keyTypeOf(shown, table), locale)) }
        : {}),
    };
  });
}

function readData(table: Table, source: ChartSource, { locale }: BindContext): readonly [ChartData, readonly Keyed[]] {
  const column = columnIn(table, source.keys.column, locale);
  const keyType = source.isOrdered ? keyTypeOf(column, table) : 'name';
  const keyed = keyedRows(table, source.keys.column, keyType, source.isOrdered);
  const keys = source.by === undefined ? keyed.map(({ key }) => key) : [...new Set(keyed.map(({ key }) => key))];
  const firstOf = new Map(keyed.toReversed().map((one) => [one.key, one]));
  const shownType = keyTypeOf(column, table);
  const labelOf = ({ row }: Keyed): string => nameOfKey(row[column.name] ?? null, shownType, locale);
  const labelled = source.by === undefined ? keyed : keys.flatMap((key) => firstOf.get(key) ?? []);
  const data: ChartData = {
    ...NO_DATA,
    keyType,
    keys,
    keyLabels: labelled.map(labelOf),
    keyLabel: source.keys.label || column.name,
    series: readSeries(keyed, keys, table, source, locale),
  };
  return [data, keyed];
}

/** `data/levels.csv` is the table `levels`. */
export const tableName = (path: string): string => path.replace(/^data\//, '').replace(/\.[a-z]+$/, '');

/** What a chart shows of its table, and what of it cannot be shown. Never throws. */
export function bindChart(source: ChartSource, context: BindContext): Bound<ChartData> {
  const table = context.tables[tableName(source.table)];
  if (table === undefined) {
    const among = Object.keys(context.tables).map((name) => `data/${name}`);
    return { data: NO_DATA, problems: [{ problem: 'UnknownTable', field: 'table', name: source.table, among }] };
  }
  const unknown = unknownColumns(table, source);
  if (unknown.length > 0) return { data: NO_DATA, problems: unknown };
  const [data, keyed] = readData(rowsAt(table, source.at), source, context);
  const wordy =
    source.takesWords === true
      ? []
      : source.series.flatMap(({ column }, index) => {
          const found = columnOf(table, column);
          return found === undefined ? [] : strays(found, `series.${index}.column`);
        });
  if (wordy.length > 0) return { data: NO_DATA, problems: wordy };
  const labels = (key: Key): string => data.keyLabels[data.keys.indexOf(key)] ?? String(key);
  const hasFigures = data.series.some(({ values, words }) => words !== undefined || values.some(isNumber));
  const empty = hasFigures && data.keys.length > 0 ? [] : [{ problem: 'ChartWithoutData', field: 'table' } as const];
  const twice = source.isOrdered || source.by !== undefined ? repeated(keyed, source, labels) : [];
  return { data: { ...data, source: table.source }, problems: [...empty, ...twice, ...tooMany(data, source)] };
}
