type Matrix = readonly (readonly number[])[];

/** Takes from each other row what of it a row can account for in a column. */
function eliminate(rows: readonly number[][], own: readonly number[], column: number): void {
  for (const row of rows) {
    const factor = row === own ? 0 : (row[column] ?? 0) / (own[column] ?? 1);
    if (factor === 0) continue;
    for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (own[at] ?? 0);
  }
}

/**
 * Solves a system of linear equations by Gaussian elimination with partial pivoting.
 * @param rows coefficients of each equation, and what it equals behind them
 * @returns null where the equations do not tell one from another
 */
export function solveLinear(rows: Matrix): readonly number[] | null {
  const work = rows.map((row) => [...row]);
  const scale = Math.max(...work.flat().map(Math.abs), Number.MIN_VALUE);
  for (let column = 0; column < work.length; column += 1) {
    const [at, size] = work
      .map((row, index) => [index, Math.abs(row[column] ?? 0)] as const)
      .slice(column)
      .reduce((best, next) => (next[1] > best[1] ? next : best));
    if (size <= scale * 1e-9) return null;
    const pivot = work[at] ?? [];
    work[at] = work[column] ?? [];
    work[column] = pivot;
    eliminate(work, pivot, column);
  }
  return work.map((row, index) => (row[work.length] ?? 0) / (row[index] ?? 1));
}

/**
 * Least squares: the unknowns that come nearest to more equations than there are of them.
 * @param rows as for `solveLinear`
 */
export function solveLeastSquares(rows: Matrix): readonly number[] | null {
  const unknowns = (rows[0]?.length ?? 1) - 1;
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  return solveLinear(normal);
}
