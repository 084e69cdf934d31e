import { stack, stackOffsetExpand, stackOffsetNone } from 'd3';
import type { ScreenPoint } from '../../../geo/lng-lat.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import { type ChartData, isNumber, keyPosition, NO_DATA } from '../chart-data.ts';
import { type EndLabel, endLabelParts } from '../frame/end-labels.ts';
import { keyAxisParts } from '../frame/key-axis.ts';
import { gridParts } from '../frame/number-axis.ts';
import { fillLook, isHighlight } from '../frame/tones.ts';
import type { LaidOutChart } from '../laid-out.ts';
import { type XyPlot, xyPlot } from '../line/line-plot.ts';
import { runsOf } from '../line/runs.ts';
import type { ChartPart } from '../parts/chart-part.ts';
import { GROW } from '../slice-times.ts';
import type { AreaChart } from './area-schema.ts';

/** Both edges of a layer at each key; null where a figure of any layer is missing, since no layer above then stands true. */
type Layer = readonly (readonly [from: number, to: number] | null)[];

/** Layers one on the other, the first at the bottom. */
export function layersOf({ series, keys }: ChartData, isShare: boolean): readonly Layer[] {
  const rows = keys.map((_, at) => series.map(({ values }) => values[at] ?? null));
  const stacked = stack<(number | null)[], number>()
    .keys(series.map((_, index) => index))
    .value((row, index) => row[index] ?? 0)
    .offset(isShare ? stackOffsetExpand : stackOffsetNone)(rows);
  const unit = isShare ? 100 : 1;
  return stacked.map((layer) =>
    layer.map(([from, to], at) => (rows[at]?.every(isNumber) ? ([from * unit, to * unit] as const) : null)),
  );
}

function labelsOf(
  { highlight }: AreaChart,
  { series }: ChartData,
  layers: readonly Layer[],
  plot: XyPlot | null,
): readonly EndLabel[] {
  if (series.length < 2) return [];
  return series.map(({ name, label }, index): EndLabel => {
    const [from = 0, to = 0] = layers[index]?.findLast((edges) => edges !== null) ?? [];
    const isStrong = name === highlight;
    const y = plot === null ? 0 : plot.point(0, (from + to) / 2)[1];
    return { name, text: label, y, tone: isStrong ? 'red' : 'ink', isStrong };
  });
}

function layerParts(chart: AreaChart, data: ChartData, layers: readonly Layer[], plot: XyPlot): readonly ChartPart[] {
  const { reading, from, to } = plot;
  const front = [reading.x(from), reading.x(to)] as const;
  return layers.flatMap((layer, index): readonly ChartPart[] => {
    const { tone, opacity } = fillLook(index, isHighlight(data.series[index]?.name ?? '', chart.highlight));
    const edge = (at: 0 | 1): readonly (ScreenPoint | null)[] =>
      layer.map((edges, key) => (edges === null ? null : plot.point(keyPosition(data, key), edges[at])));
    const [lower, upper] = [runsOf(edge(0)), runsOf(edge(1))];
    const runs = upper.map((run, at) => ({ upper: run, lower: lower[at] ?? run }));
    const key = `${reading.key}/layer/${index}`;
    const mark = { type: 'path', key, fill: tone, fillOpacity: opacity, stroke: 'land', strokeWidth: 1 } as const;
    return [{ how: 'area', over: GROW, mark, runs, front }];
  });
}

/** A chart of areas in the free box. Its scale always begins at nothing: what is looked at is how much is filled. */
export function layOutArea(chart: AreaChart, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  const isShare = chart.form === 'share';
  const layers = layersOf(data, isShare);
  const all = layers.flatMap((layer) => layer.flatMap((edges) => edges ?? []));
  if (all.length === 0) return null;
  const asked = isShare ? { ...chart, unit: '%' } : chart;
  const plot = xyPlot(asked, data, { all, hasZero: true }, labelsOf(chart, data, layers, null), context);
  const { reading, top, bottom } = plot;
  const labels = labelsOf(chart, data, layers, plot);
  const room = { from: plot.to, width: reading.width - plot.to, top, bottom };
  const parts = [
    ...plot.plate,
    ...gridParts(plot.figures, reading, plot),
    ...layerParts(chart, data, layers, plot),
    ...keyAxisParts(plot.keys, reading, plot),
    ...endLabelParts(labels, reading, room),
    ...plot.parts,
  ];
  return { placement: { parts }, box: plot.box };
}
