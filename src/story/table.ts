/** What a cell holds: a figure, a text (an ISO date, too), or nothing. */
export type Cell = string | number | null;

export type ColumnType = 'number' | 'date' | 'text' | 'empty';

/** A cell that is not what most of its column is. */
export interface Stray {
  /** As a spreadsheet counts: the head is row 1. */
  readonly row: number;
  readonly text: string;
}

export interface Column {
  readonly name: string;
  /** Of all its cells that are not empty. Codes with leading noughts are text; dates are years, months or days in ISO form. */
  readonly type: ColumnType;
  /** In a column of texts that is one of figures for the most part: the cells that are no figures. */
  readonly strays: readonly Stray[];
  /** Cells that say they are no number a computer can hold, such as `NaN`, `inf` or `1e400`; they are read as empty. */
  readonly notFinite: readonly Stray[];
  /** Cells such as `03/04/2020`, which some read as March and others as April. */
  readonly slashDates: readonly Stray[];
}

export type Row = Readonly<Record<string, Cell>>;

/** A table as read: every row has a cell for each column. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Of each row in its file, as a spreadsheet counts: the head is row 1. */
  readonly rowNumbers: readonly number[];
}

/** What is wrong with a table as a whole, each cause once. */
export type TableFault =
  | { readonly cause: 'no-head' | 'no-rows' }
  | { readonly cause: 'repeated-column' | 'alike-columns'; readonly names: readonly string[] }
  | { readonly cause: 'unnamed-column'; readonly columns: readonly number[] }
  | { readonly cause: 'uneven-row'; readonly rows: readonly number[]; readonly width: number };

export interface TableReading {
  readonly table: Table;
  readonly faults: readonly TableFault[];
}

/** A table of `data/`, with where it comes from. */
export interface StoryTable extends Table {
  readonly source: string;
  readonly licence: string;
}
