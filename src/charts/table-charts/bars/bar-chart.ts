import { type BindContext, type BindProblem, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { orderTimes } from '../../../data/layers/slices.ts';
import { writeTime } from '../../../data/words/write-value.ts';
import { REST } from '../../../story/timeline.ts';
import { bindChart, tableName } from '../bind-chart.ts';
import type { ChartData } from '../chart-data.ts';
import { unknownNames, unknownSeries } from '../chart-entries.ts';
import { describeChart } from '../describe-chart.ts';
import { MAX_FILLS } from '../frame/tones.ts';
import { placedChart } from '../laid-out.ts';
import { drawParts } from '../parts/draw-parts.ts';
import { belowZero } from '../stack-problems.ts';
import { layOutBars } from './bar-layout.ts';
import { type BarChart, barSchema as schema } from './bar-schema.ts';

const MAX_KEYS = 60;

/** Times that bars change with: those of the slices that run beside them, else the last that the table has. */
function timesOf({ time, table }: BarChart, { times, tables }: BindContext): readonly string[] {
  if (time === '') return [];
  const cells = (tables[tableName(table)]?.rows ?? []).flatMap((row) => row[time] ?? []);
  return times ?? orderTimes(cells.map(String)).slice(-1);
}

function problemsIn(chart: BarChart, data: ChartData): readonly BindProblem[] {
  const opposite = chart.opposite.map((name, index) => ({ field: `opposite.${index}`, name }));
  const isPile = chart.form === 'stacked' || chart.form === 'share';
  return [
    ...unknownNames(data, 'highlight', chart.highlight),
    ...unknownSeries(data, opposite),
    ...(isPile ? belowZero(data) : []),
  ];
}

function bindBars(chart: BarChart, context: BindContext): Bound<ChartData> {
  const keys = { field: 'names', ...chart.names };
  const source = { ...chart, keys, isOrdered: false, mostSeries: MAX_FILLS, mostKeys: MAX_KEYS };
  const times = timesOf(chart, context);
  const at = (time: string | undefined) => (chart.time === '' ? undefined : { column: chart.time, time: time ?? '' });
  const bound = bindChart({ ...source, at: at(times.at(-1)) }, context);
  if (bound.problems.length > 0) return bound;
  const problems = problemsIn(chart, bound.data);
  if (times.length < 2) return { data: bound.data, problems };
  const frames = times.map((time) => {
    const { data } = bindChart({ ...source, at: at(time) }, context);
    return { ...data, time: writeTime(time, context.locale) };
  });
  return { data: { ...bound.data, frames }, draw: [REST.start, REST.end], problems };
}

export const barChart = defineAnnotation({
  kind: 'bar-chart',
  summary: 'figures of a table as bars from nothing: side by side, stacked, as shares of a hundred or to two sides',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place: (annotation, rest) => placedChart(layOutBars(annotation, rest)),
  draw: (_, placement, t) => drawParts(placement, t),
  bind: bindBars,
  describe: describeChart,
  example: `\
kind: bar-chart
table: data/example.csv
names: place # column of what each row is called
series: # columns of figures
  - { column: upper, label: Men }
  - { column: lower, label: Women }
title: Who crossed the bridge
unit: people # optional: in words, or %
form: grouped # optional: grouped, stacked, share or diverging
opposite: [] # optional, with diverging: series drawn to the other side
direction: horizontal # optional: horizontal or vertical
sort: none # optional: none, descending or ascending
highlight: upper # optional: a row or a series`,
});
