/** How wide a row of a card is for its height: two landscape pictures, or four upright ones. */
const ROW_SHAPE = 2.2;

/** Rows twice as wide for their height are as bad as rows half as wide. */
const badness = (shape: number): number => Math.log(shape / ROW_SHAPE) ** 2;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Rows {
  readonly cost: number;
  readonly rows: readonly (readonly number[])[];
}

/**
 * Pictures in their order, in rows whose heights differ as little as possible when each row fills the width: the best of
 * all ways to break them, row by row from the first, as lines of a paragraph are broken (Knuth and Plass, 1981).
 *
 * @param shapes Width by height of each picture.
 * @returns For each picture the share of its row's width, gaps left out, and how many stand in that row.
 */
export function galleryRows(shapes: readonly number[]): readonly { readonly share: number; readonly inRow: number }[] {
  const best: Rows[] = [{ cost: 0, rows: [] }];
  for (let end = 1; end <= shapes.length; end += 1) {
    const ways = best.map(({ cost, rows }, start): Rows => {
      const row = shapes.slice(start, end);
      return { cost: cost + badness(sum(row)), rows: [...rows, row] };
    });
    best.push(ways.reduce((least, way) => (way.cost < least.cost ? way : least)));
  }
  const { rows = [] } = best.at(-1) ?? {};
  return rows.flatMap((row) => row.map((shape) => ({ share: shape / sum(row), inRow: row.length })));
}
