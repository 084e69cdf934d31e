import { type BindContext, type Bound, defineAnnotation } from '../../../annotations/define.ts';
import { bindChart } from '../bind-chart.ts';
import type { ChartData } from '../chart-data.ts';
import { unknownKeys, unknownSeries } from '../chart-entries.ts';
import { describeChart } from '../describe-chart.ts';
import { placedChart } from '../laid-out.ts';
import { drawParts } from '../parts/draw-parts.ts';
import { layOutTable } from './table-layout.ts';
import { type SetTable, tableSchema as schema } from './table-schema.ts';

const MAX_COLUMNS = 6;
const MAX_ROWS = 60;

function bindTable(chart: SetTable, context: BindContext): Bound<ChartData> {
  const keys = { field: 'names', ...chart.names };
  const source = {
    ...chart,
    keys,
    isOrdered: false,
    takesWords: true,
    mostSeries: MAX_COLUMNS,
    mostKeys: MAX_ROWS,
  } as const;
  const { data, problems } = bindChart(source, context);
  if (problems.length > 0) return { data, problems };
  const bars = chart.bars.map((name, index) => ({ field: `bars.${index}`, name }));
  return {
    data,
    problems: [...unknownSeries(data, bars), ...unknownKeys(data, [{ field: 'highlight', name: chart.highlight }])],
  };
}

export const setTable = defineAnnotation({
  kind: 'set-table',
  summary: 'a few columns of a table set as a table, with bars in the cells of figures',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place: (annotation, rest) => placedChart(layOutTable(annotation, rest)),
  draw: (_, placement, t) => drawParts(placement, t),
  bind: bindTable,
  describe: describeChart,
  example: `\
kind: set-table
table: data/example.csv
names: place # column of what each row is called
series: # the other columns, of figures or of words
  - { column: upper, label: People }
  - { column: lower, label: Boats }
bars: [upper] # optional: columns with a bar in each cell
title: Where the boats came from
unit: in the month of May # optional
highlight: Harbour # optional: a row`,
});
