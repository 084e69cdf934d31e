import type { Cell, Row, Table } from '../../story/table.ts';

/** What there is to say of keys that do not meet. */
export interface JoinReport {
  /** Keys of rows that no shape has, with their rows as a spreadsheet counts. */
  readonly lostRows: readonly { readonly key: string; readonly row: number }[];
  /** Keys of shapes that no row has. */
  readonly lostShapes: readonly string[];
  /** Keys that several rows have, where a shape can have one only. */
  readonly repeated: readonly string[];
  /** Keys of rows that differ from a shape's by capitals alone, or by noughts before them. */
  readonly alike: readonly { readonly key: string; readonly shape: string; readonly by: 'capitals' | 'noughts' }[];
}

export interface Join {
  /** Rows by the key of their shape. */
  readonly rowsOf: ReadonlyMap<string, readonly Row[]>;
  readonly report: JoinReport;
}

export const keyOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

const withoutNoughts = (key: string): string => key.replace(/^0+(?=\d)/, '');

function alikeKeys(lost: readonly string[], shapes: readonly string[]): JoinReport['alike'] {
  const byCapitals = new Map(shapes.map((shape) => [shape.toLowerCase(), shape]));
  const byNoughts = new Map(shapes.map((shape) => [withoutNoughts(shape), shape]));
  return lost.flatMap((key): JoinReport['alike'] => {
    const [capitals, noughts] = [byCapitals.get(key.toLowerCase()), byNoughts.get(withoutNoughts(key))];
    if (capitals !== undefined) return [{ key, shape: capitals, by: 'capitals' }];
    return noughts === undefined ? [] : [{ key, shape: noughts, by: 'noughts' }];
  });
}

/**
 * Rows of a table by the key that shapes have, too. Keys meet where they are the same text.
 * @param apart what tells rows of one key from each other, such as their times; null where one row is all a shape can have
 */
export function joinTable(shapeKeys: readonly string[], table: Table, column: string, apart: string | null): Join {
  const known = new Set(shapeKeys);
  const rowsOf = new Map<string, Row[]>();
  const lostRows: { key: string; row: number }[] = [];
  const seen = new Set<string>();
  const repeated = new Set<string>();
  table.rows.forEach((row, index) => {
    const key = keyOf(row[column]);
    if (key === '') return;
    const whole = apart === null ? key : `${key} ${keyOf(row[apart])}`;
    if (seen.has(whole)) repeated.add(key);
    seen.add(whole);
    if (known.has(key)) rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
    else lostRows.push({ key, row: table.rowNumbers[index] ?? index + 2 });
  });
  const lostShapes = [...known].filter((key) => !rowsOf.has(key));
  const alike = alikeKeys([...new Set(lostRows.map(({ key }) => key))], lostShapes);
  return { rowsOf, report: { lostRows, lostShapes, repeated: [...repeated], alike } };
}
