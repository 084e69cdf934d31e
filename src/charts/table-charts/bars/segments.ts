import { stack, stackOffsetDiverging, stackOffsetExpand } from 'd3';
import { type ChartData, isNumber } from '../chart-data.ts';
import { type FillLook, fillLook, isHighlight } from '../frame/tones.ts';
import type { BarChart } from './bar-schema.ts';

/** One bar or part of a bar: between two figures on the scale. */
export interface Segment {
  readonly series: number;
  readonly from: number;
  readonly to: number;
  /** What it says. */
  readonly value: number;
  readonly look: FillLook;
}

/** One row of bars, or one column. */
export interface BarRow {
  readonly name: string;
  readonly isHighlighted: boolean;
  readonly segments: readonly Segment[];
}

const isOpposite = ({ form, opposite }: BarChart, name: string): boolean =>
  form === 'diverging' && opposite.includes(name);

/** Figures of a row as they lie on the scale. */
function endsOf(chart: BarChart, data: ChartData, row: number): readonly (readonly [number, number])[] {
  const figures = data.series.map(({ name, values }) => (values[row] ?? 0) * (isOpposite(chart, name) ? -1 : 1));
  if (chart.form === 'grouped') return figures.map((figure) => [0, figure] as const);
  const isShare = chart.form === 'share';
  const layers = stack<readonly number[], number>()
    .keys(data.series.map((_, index) => index))
    .value((all, index) => all[index] ?? 0)
    .offset(isShare ? stackOffsetExpand : stackOffsetDiverging)([figures]);
  return layers.map(([ends]) => {
    const [from = 0, to = 0] = ends ?? [];
    return isShare ? ([from * 100, to * 100] as const) : ([from, to] as const);
  });
}

/** A row stands out, or else a series does; where there is one series its bars are alike. */
function lookOf({ highlight }: BarChart, data: ChartData, row: number, series: number): FillLook {
  const { name = '' } = data.series[series] ?? {};
  const isOfSeries = data.series.some((one) => one.name === highlight);
  if (highlight === '' || isOfSeries) return fillLook(series, isHighlight(name, highlight));
  const isRow = String(data.keys[row]) === highlight;
  if (data.series.length === 1) return fillLook(0, isRow);
  return fillLook(series, null);
}

function rowOf(chart: BarChart, data: ChartData, row: number): BarRow {
  const segments = endsOf(chart, data, row).flatMap(([from, to], series): readonly Segment[] => {
    const value = data.series[series]?.values[row];
    if (!isNumber(value)) return [];
    const said = chart.form === 'share' ? to - from : value;
    return [{ series, from, to, value: said, look: lookOf(chart, data, row, series) }];
  });
  const isHighlighted = String(data.keys[row]) === chart.highlight;
  return { name: data.keyLabels[row] ?? '', isHighlighted, segments };
}

function weightOf({ form }: BarChart, { segments }: BarRow): number {
  const [first] = segments;
  return form === 'grouped'
    ? (first?.value ?? Number.NEGATIVE_INFINITY)
    : segments.reduce((sum, { value }) => sum + value, 0);
}

/** All rows of a chart in the order in which they are drawn. */
export function barRows(chart: BarChart, data: ChartData): readonly BarRow[] {
  const rows = data.keys.map((_, row) => rowOf(chart, data, row));
  if (chart.sort === 'none') return rows;
  const sign = chart.sort === 'descending' ? -1 : 1;
  return rows.toSorted((a, b) => sign * (weightOf(chart, a) - weightOf(chart, b)));
}

/** What the scale must hold; nothing is always on it. */
export const reachOf = (rows: readonly BarRow[]): readonly number[] => [
  0,
  ...rows.flatMap(({ segments }) => segments.flatMap(({ from, to }) => [from, to])),
];
