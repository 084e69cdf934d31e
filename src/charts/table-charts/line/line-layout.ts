import type { Box } from '../../../geo/lng-lat.ts';
import { boxesAlong } from '../../../labels/boxes-along.ts';
import { Collisions } from '../../../labels/collisions.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import { type ChartData, type ChartSeries, isNumber, NO_DATA } from '../chart-data.ts';
import { type EndLabel, endLabelParts } from '../frame/end-labels.ts';
import { keyAxisParts } from '../frame/key-axis.ts';
import { gridParts } from '../frame/number-axis.ts';
import { isHighlight, lineLook } from '../frame/tones.ts';
import type { LaidOutChart } from '../laid-out.ts';
import type { ChartPart } from '../parts/chart-part.ts';
import { GROW } from '../slice-times.ts';
import { pointParts, referenceParts, spanParts } from './line-notes.ts';
import { allFigures, pointsOn, withHeadroom, type XyPlot, xyPlot } from './line-plot.ts';
import type { LineChart } from './line-schema.ts';
import { runsOf } from './runs.ts';

const HEAD_PX = 3.4;

const lastFigure = ({ values }: ChartSeries): number => values.findLast(isNumber) ?? 0;

/** One line alone is named by the title. */
function labelsOf(
  { highlight }: LineChart,
  { series }: ChartData,
  yOf: (figure: number) => number,
): readonly EndLabel[] {
  if (series.length < 2) return [];
  return series.map((one, index) => {
    const { tone } = lineLook(index, isHighlight(one.name, highlight));
    return { name: one.name, text: one.label, y: yOf(lastFigure(one)), tone, isStrong: one.name === highlight };
  });
}

function seriesParts(chart: LineChart, data: ChartData, plot: XyPlot): readonly ChartPart[] {
  const { reading, from, to } = plot;
  const front = [reading.x(from), reading.x(to)] as const;
  const order = data.series
    .map((_, index) => index)
    .toSorted(
      (a, b) => Number(data.series[a]?.name === chart.highlight) - Number(data.series[b]?.name === chart.highlight),
    );
  return order.flatMap((index): readonly ChartPart[] => {
    const one = data.series[index];
    if (one === undefined) return [];
    const { tone, width, dash } = lineLook(index, isHighlight(one.name, chart.highlight));
    const runs = runsOf(pointsOn(plot, data, one.values));
    if (runs.length === 0) return [];
    const key = `${reading.key}/series/${index}`;
    const mark = {
      type: 'path',
      key,
      stroke: tone,
      strokeWidth: width,
      cap: 'round',
      ...(dash ? { dash } : {}),
    } as const;
    const head = { type: 'circle', key: `${key}/head`, cx: 0, cy: 0, r: HEAD_PX, fill: tone } as const;
    return [
      { how: 'line', over: GROW, mark, runs, front },
      { how: 'head', over: GROW, mark: head, runs, front },
    ];
  });
}

/** Boxes along all lines, which words keep clear of. */
function linesTaken(data: ChartData, plot: XyPlot): readonly Box[] {
  const { reading, top, bottom } = plot;
  const u = (x: number): number => Math.abs(x - reading.x(0));
  const room = { left: 0, right: reading.width, top, bottom };
  return data.series.flatMap(({ values }) =>
    runsOf(pointsOn(plot, data, values)).flatMap((run) =>
      boxesAlong(
        run.map(([x, y]) => [u(x), y] as const),
        6,
        3,
        room,
      ),
    ),
  );
}

/** A line chart in the free box. */
export function layOutLine(chart: LineChart, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  if (allFigures(data, []).length === 0) return null;
  const all = allFigures(
    data,
    chart.lines.map(({ at }) => at),
  );
  const figures = { all: chart.points.length > 0 ? withHeadroom(all) : all, hasZero: chart.zero ?? false };
  const plot = xyPlot(
    chart,
    data,
    figures,
    labelsOf(chart, data, () => 0),
    context,
  );
  const { reading, top, bottom } = plot;
  const labels = labelsOf(chart, data, (figure) => plot.point(0, figure)[1]);
  const spans = spanParts(chart, data, plot, {
    words: Collisions.NONE,
    all: Collisions.of(linesTaken(data, plot)),
  });
  const references = referenceParts(chart, plot, spans.taken);
  const points = pointParts(chart, data, plot, references.taken);
  const parts = [
    ...plot.plate,
    ...spans.parts,
    ...gridParts(plot.figures, reading, plot),
    ...keyAxisParts(plot.keys, reading, plot),
    ...references.parts,
    ...seriesParts(chart, data, plot),
    ...points.parts,
    ...endLabelParts(labels, reading, { from: plot.to, width: reading.width - plot.to, top, bottom }),
    ...plot.parts,
  ];
  return { placement: { parts }, box: plot.box };
}
