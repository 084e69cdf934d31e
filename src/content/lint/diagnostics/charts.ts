import { kind, type NameFound } from './problem-kind.ts';

/** Mistakes in what charts ask of tables. */
export const CHART_PROBLEMS = {
  UnknownTable: kind<NameFound>(
    'A table that does not exist',
    ({ name }) => `names the table \`${name}\`, which \`data/\` does not have.`,
    ({ suggestion }) => `${suggestion} Tables are called \`data/<file>.csv\`, \`.tsv\` or \`.xlsx\`.`.trim(),
  ),
  UnknownColumn: kind<NameFound>(
    'A column that does not exist',
    ({ name }) => `names the column \`${name}\`, which the table does not have.`,
    ({ suggestion }) => `${suggestion} The first row of the file names its columns.`.trim(),
  ),
  UnknownEntry: kind<NameFound>(
    'A row or series that does not exist',
    ({ name }) => `is \`${name}\`, which the chart does not show.`,
    ({ suggestion }) => `${suggestion} Write it as it stands in the table; dates as \`2019-12-27\`.`.trim(),
  ),
  TextAmongNumbers: kind<{ readonly column: string; readonly text: string | null; readonly rows: string }>(
    'Text in a column of figures',
    ({ column, text, rows }) =>
      text === null
        ? `names the column \`${column}\`, which holds no figures.`
        : `names the column \`${column}\`, which has the text “${text}” among its figures (${rows}).`,
    () => 'Leave cells without a figure empty, or write the figure alone; units stand in `unit`.',
  ),
  RepeatedKey: kind<{ readonly key: string; readonly rows: string }>(
    'A date or name that a line has twice',
    ({ key, rows }) => `names a column with \`${key}\` more than once (${rows}).`,
    () => 'Keep one row of each, or say with `by` which column tells several lines apart.',
  ),
  ChartTooFull: kind<{ readonly what: string; readonly count: number; readonly most: number }>(
    'More than a chart can show',
    ({ what, count, most }) => `has ${count} ${what}; a chart of this kind shows ${most} at most.`,
    ({ what }) =>
      what === 'series'
        ? 'Choose those the story speaks of, and put the others together in a column of the table.'
        : 'Choose the rows the story speaks of, and save them as a table of their own.',
  ),
  StackBelowZero: kind<{ readonly column: string; readonly key: string }>(
    'A stack with figures below nothing',
    ({ column, key }) => `lays figures on one another, but \`${column}\` is below nothing at ${key}.`,
    () => 'Use `form: grouped` or `form: diverging`, or a line chart.',
  ),
  ChartWithoutData: kind<Record<never, never>>(
    'A chart of nothing',
    () => 'names a table in which there is no figure for this chart.',
    () => 'Look whether the columns are those that are meant, and whether their cells are filled.',
  ),
};
