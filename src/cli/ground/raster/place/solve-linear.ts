type Matrix = readonly (readonly number[])[];

/**
 * Solves a system of linear equations by Gaussian elimination with partial pivoting.
 * @param rows coefficients of each equation, and what it equals behind them
 * @returns null where the equations do not tell one from another
 */
export function solveLinear(rows: Matrix): readonly number[] | null {
  const work = rows.map((row) => [...row]);
  const size = work.length;
  const scale = Math.max(...work.flat().map(Math.abs), Number.MIN_VALUE);
  for (let column = 0; column < size; column += 1) {
    const pivot = work
      .map((row, index) => [index, Math.abs(row[column] ?? 0)] as const)
      .slice(column)
      .reduce((best, next) => (next[1] > best[1] ? next : best));
    if (pivot[1] <= scale * 1e-12) return null;
    const row = work[pivot[0]] ?? [];
    work[pivot[0]] = work[column] ?? [];
    work[column] = row;
    for (const other of work) {
      if (other === row) continue;
      const factor = (other[column] ?? 0) / (row[column] ?? 1);
      if (factor !== 0) for (let at = column; at <= size; at += 1) other[at] = (other[at] ?? 0) - factor * (row[at] ?? 0);
    }
  }
  return work.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

/**
 * Least squares: the unknowns that come nearest to more equations than there are of them.
 * @param rows as for `solveLinear`
 */
export function solveLeastSquares(rows: Matrix): readonly number[] | null {
  const unknowns = (rows[0]?.length ?? 1) - 1;
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0),
    ),
  );
  return solveLinear(normal);
}
