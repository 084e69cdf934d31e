import { type BindContext, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { bindChart } from '../bind-chart.ts';
import type { ChartData } from '../chart-data.ts';
import { unknownNames } from '../chart-entries.ts';
import { describeChart } from '../describe-chart.ts';
import { MAX_FILLS } from '../frame/tones.ts';
import { placedChart } from '../laid-out.ts';
import { drawParts } from '../parts/draw-parts.ts';
import { isStrip } from './dot-form.ts';
import { layOutDots } from './dot-layout.ts';
import { type DotPlot, dotSchema as schema } from './dot-schema.ts';

const MAX_ROWS = 60;
const MAX_DOTS = 2000;

function bindDots(chart: DotPlot, context: BindContext): Bound<ChartData> {
  const keys = { field: 'names', ...chart.names };
  const mostKeys = isStrip(chart) ? MAX_DOTS : MAX_ROWS;
  const { data, problems } = bindChart({ ...chart, keys, isOrdered: false, mostSeries: MAX_FILLS, mostKeys }, context);
  if (problems.length > 0) return { data, problems };
  return { data, problems: unknownNames(data, 'highlight', chart.highlight) };
}

export const dotPlot = defineAnnotation({
  kind: 'dot-plot',
  summary:
    'figures of a table as dots on one scale: a strip of all of them, or a row each with what lies between joined',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place: (annotation, rest) => placedChart(layOutDots(annotation, rest)),
  draw: (_, placement, t) => drawParts(placement, t),
  bind: bindDots,
  describe: describeChart,
  example: `\
kind: dot-plot
table: data/example.csv
names: place # column of what each row is called
series: # columns of figures
  - { column: upper, label: In the year before }
  - { column: lower, label: In the year after }
title: How far people walked for water
unit: minutes # optional: in words, or %
form: dumbbell # optional: dumbbell or strip
sort: descending # optional: none, descending or ascending
highlight: Harbour # optional: a row or a series`,
});
