import { type BindContext, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { bindChart } from '../bind-chart.ts';
import type { ChartData } from '../chart-data.ts';
import { unknownSeries } from '../chart-entries.ts';
import { describeChart } from '../describe-chart.ts';
import { MAX_FILLS } from '../frame/tones.ts';
import { placedChart } from '../laid-out.ts';
import { drawParts } from '../parts/draw-parts.ts';
import { inStep } from '../parts/in-step.ts';
import { inStepWith } from '../slice-times.ts';
import { belowZero } from '../stack-problems.ts';
import { layOutArea } from './area-layout.ts';
import { type AreaChart, areaSchema as schema } from './area-schema.ts';

const MAX_KEYS = 3000;

function bindArea(chart: AreaChart, context: BindContext): Bound<ChartData> {
  const keys = { field: 'x', ...chart.x };
  const source = { ...chart, keys, isOrdered: true, mostSeries: MAX_FILLS, mostKeys: MAX_KEYS };
  const { data, problems } = bindChart(source, context);
  if (problems.length > 0) return { data, problems };
  return {
    ...inStepWith(data, context.times),
    problems: [...unknownSeries(data, [{ field: 'highlight', name: chart.highlight }]), ...belowZero(data)],
  };
}

export const areaChart = defineAnnotation({
  kind: 'area-chart',
  summary: 'figures of a table as areas along dates, years or names, one on the other or as shares of a hundred',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place: (annotation, rest) => placedChart(layOutArea(annotation, rest)),
  draw: ({ data }, placement, t) => drawParts(placement, inStep(data?.moments, t)),
  bind: bindArea,
  describe: describeChart,
  example: `\
kind: area-chart
table: data/example.csv
x: date # column of dates, years, figures or names
series: # columns of figures, the first at the bottom
  - { column: upper, label: Upper bridge }
  - lower
title: Boats under two bridges
unit: boats a day # optional: in words
form: stacked # optional: stacked or share
highlight: upper # optional: a series`,
});
