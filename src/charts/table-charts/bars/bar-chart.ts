import { type BindContext, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { bindChart } from '../bind-chart.ts';
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

function bindBars(chart: BarChart, context: BindContext): Bound<ChartData> {
  const keys = { field: 'names', ...chart.names };
  const source = { ...chart, keys, isOrdered: false, mostSeries: MAX_FILLS, mostKeys: MAX_KEYS };
  const { data, problems } = bindChart(source, context);
  if (problems.length > 0) return { data, problems };
  const opposite = chart.opposite.map((name, index) => ({ field: `opposite.${index}`, name }));
  const isPile = chart.form === 'stacked' || chart.form === 'share';
  return {
    data,
    problems: [
      ...unknownNames(data, 'highlight', chart.highlight),
      ...unknownSeries(data, opposite),
      ...(isPile ? belowZero(data) : []),
    ],
  };
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
