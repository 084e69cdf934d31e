import { areaChart } from './area/area-chart.ts';
import { barChart } from './bars/bar-chart.ts';
import { dotPlot } from './dots/dot-plot.ts';
import { lineChart } from './line/line-chart.ts';
import { setTable } from './table/set-table.ts';

/** Charts of the figures of a table: stories that have one fetch what draws and places them. */
export const TABLE_CHARTS = [lineChart, areaChart, barChart, dotPlot, setTable] as const;
