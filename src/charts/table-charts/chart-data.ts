/** What a chart counts along: days since 1970, years, plain numbers, or names. */
export type KeyType = 'date' | 'year' | 'number' | 'name';
export type Key = number | string;

/** One column of figures, a value a key; null where the table has none. */
export interface ChartSeries {
  /** As the author refers to it. */
  readonly name: string;
  /** As the reader sees it. */
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** In a set table: cells of a column that holds words. */
  readonly words?: readonly string[];
}

/** What a chart shows of a table: plain data, made at build. Keys and all values are as many. */
export interface ChartData {
  readonly keyType: KeyType;
  /** As the table has them: dates and numbers as numbers, in ascending order. */
  readonly keys: readonly Key[];
  /** Keys in the reader's words. */
  readonly keyLabels: readonly string[];
  readonly keyLabel: string;
  readonly series: readonly ChartSeries[];
  /**
   * Where a data layer of its section runs along the same keys: how far (0–1) the chart is drawn as each of its slices comes
   * up.
   */
  readonly moments?: readonly number[];
  /** Where its figures change with the slices of a data layer: those of each, and its time in the reader's words. */
  readonly frames?: readonly (ChartData & { readonly time: string })[];
  /** Who says so; empty where nobody is named. */
  readonly source: string;
}

export const NO_DATA: ChartData = { keyType: 'name', keys: [], keyLabels: [], keyLabel: '', series: [], source: '' };

export const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** All figures of all series. */
export const figuresOf = ({ series }: ChartData): readonly number[] =>
  series.flatMap(({ values }) => values.filter(isNumber));

/** A key as a number along an axis: names count from 0. */
export const keyPosition = (data: ChartData, index: number): number => {
  const key = data.keys[index];
  return typeof key === 'number' ? key : index;
};
