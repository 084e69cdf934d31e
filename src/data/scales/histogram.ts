import { bin, extent } from 'd3';
import type { Scale } from '../../story/data/data-layer.ts';
import type { Cell } from '../../story/table.ts';
import { groupOf } from './scale.ts';

/** Values that lie near one another, as far as one class holds them. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  /** How many values lie in its bin. */
  readonly count: number;
  /** Index of the class; null outside all. */
  readonly group: number | null;
}

/** About so many bins: more have too few values each to show a form. */
const BINS = 32;

/**
 * How values are spread, in bins of one width, each cut where classes meet: the pieces of a bin are as high as each other.
 * Empty where no value is a number.
 */
export function histogramOf(scale: Scale, values: readonly Cell[]): readonly HistogramBar[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const [min, max] = extent(numbers);
  if (min === undefined || max === undefined) return [];
  const edges = Array.from({ length: BINS - 1 }, (_, index) => min + ((max - min) * (index + 1)) / BINS);
  const bins = bin().domain([min, max]).thresholds(edges)(numbers);
  return bins.flatMap(({ x0 = min, x1 = max, length: count }) => {
    const cuts = [x0, ...scale.bounds.filter((bound) => bound > x0 && bound < x1), x1];
    return cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? x0;
      return { from, to, count, group: groupOf(scale, (from + to) / 2) };
    });
  });
}

/** How many values each group holds. */
export function countsOf(scale: Scale, values: readonly Cell[]): readonly number[] {
  const held = Map.groupBy(values, (value) => groupOf(scale, value));
  return scale.colors.map((_, group) => held.get(group)?.length ?? 0);
}
