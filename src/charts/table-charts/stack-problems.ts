import type { BindProblem } from '../../annotations/define.ts';
import type { ChartData } from './chart-data.ts';

/** Figures below nothing, which cannot lie on one another. */
export function belowZero({ series, keyLabels }: ChartData): readonly BindProblem[] {
  const [found] = series.flatMap(({ name, values }) => {
    const at = values.findIndex((value) => value !== null && value < 0);
    return at < 0 ? [] : [{ column: name, key: keyLabels[at] ?? '' }];
  });
  return found === undefined ? [] : [{ problem: 'StackBelowZero', field: 'form', ...found }];
}
