import { type BindContext, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { bindChart } from '../bind-chart.ts';
import type { ChartData } from '../chart-data.ts';
import { unknownKeys, unknownSeries } from '../chart-entries.ts';
import { describeChart } from '../describe-chart.ts';
import { placedChart } from '../laid-out.ts';
import { drawParts } from '../parts/draw-parts.ts';
import { inStep } from '../parts/in-step.ts';
import { inStepWith } from '../slice-times.ts';
import { layOutLine } from './line-layout.ts';
import { type LineChart, lineSchema as schema } from './line-schema.ts';

const MAX_SERIES = 12;
const MAX_KEYS = 3000;

function bindLine(chart: LineChart, context: BindContext): Bound<ChartData> {
  const source = { ...chart, keys: { field: 'x', ...chart.x }, isOrdered: true };
  const bound = bindChart({ ...source, mostSeries: MAX_SERIES, mostKeys: MAX_KEYS }, context);
  if (bound.problems.length > 0) return bound;
  const { data } = bound;
  const series = [
    { field: 'highlight', name: chart.highlight },
    ...chart.points.map(({ series: name }, index) => ({ field: `points.${index}.series`, name })),
  ];
  const keys = [
    ...chart.points.map(({ at }, index) => ({ field: `points.${index}.at`, name: at })),
    ...chart.spans.flatMap(({ from, to }, index) => [
      { field: `spans.${index}.from`, name: from },
      { field: `spans.${index}.to`, name: to },
    ]),
  ];
  const problems = [...unknownSeries(data, series), ...unknownKeys(data, keys)];
  return { ...inStepWith(data, context.times), problems };
}

export const lineChart = defineAnnotation({
  kind: 'line-chart',
  summary:
    'figures of a table as lines along dates, years or names, with words at their ends and gaps where one is missing',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place: (annotation, rest) => placedChart(layOutLine(annotation, rest)),
  draw: ({ data }, placement, t) => drawParts(placement, inStep(data?.moments, t)),
  bind: bindLine,
  describe: describeChart,
  example: `\
kind: line-chart
table: data/example.csv
x: date # column of dates, years, figures or names
series: # columns of figures
  - { column: upper, label: Upper bridge }
  - lower
title: Level of the river
unit: centimetres # optional: in words, or %
highlight: upper # optional: a series
lines: [{ at: 650, label: Flood warning }] # optional: figures to measure by
spans: [{ from: 2025-06-12, to: 2025-06-14, label: Dam closed }] # optional
points: [{ series: upper, at: 2025-06-13, label: The peak, body: more words }] # optional`,
});
