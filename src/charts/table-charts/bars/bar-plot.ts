import type { ChartFrame } from '../frame/chart-frame.ts';
import { isShareUnit } from '../frame/chart-frame.ts';
import { valueWriter, type WriteValue } from '../frame/format-value.ts';
import type { Over } from '../parts/chart-part.ts';
import type { BarChart } from './bar-schema.ts';
import type { BarRow } from './segments.ts';

/** What both directions of bars are laid out from. */
export interface BarPlot {
  readonly chart: BarChart;
  readonly frame: ChartFrame;
  /** Below the names of the fills. */
  readonly top: number;
  readonly rows: readonly BarRow[];
  /** Those of every time, for which scale and room are the same. */
  readonly all: readonly BarRow[];
  readonly isStacked: boolean;
  /** Writes figures at bars. */
  readonly write: WriteValue;
}

export function writerOf(chart: BarChart, rows: readonly BarRow[], locale: string): WriteValue {
  const values = rows.flatMap(({ segments }) => segments.map(({ value }) => Math.abs(value)));
  const isShare = chart.form === 'share' || isShareUnit(chart.unit);
  const write = valueWriter(locale, Math.max(0, ...values), isShare);
  return chart.form === 'share' ? (value) => write(Math.round(value)) : write;
}

/** Bars come one after the other, the first first. */
export const overRow = (index: number, count: number): Over => {
  const from = 0.1 + (0.5 * index) / Math.max(1, count);
  return [from, from + 0.3];
};
export const overLabel = (index: number, count: number): Over => {
  const [, to] = overRow(index, count);
  return [to - 0.04, Math.min(1, to + 0.08)];
};
