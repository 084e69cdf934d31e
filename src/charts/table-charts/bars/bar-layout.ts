import { mapText } from '../../../i18n/map-text.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import { type ChartData, figuresOf, NO_DATA } from '../chart-data.ts';
import { frameOf } from '../frame/chart-frame.ts';
import { keyRow } from '../frame/key-row.ts';
import { fillLook, isHighlight } from '../frame/tones.ts';
import type { LaidOutChart } from '../laid-out.ts';
import { layOutColumns } from './bar-columns.ts';
import { writerOf } from './bar-plot.ts';
import { layOutRows } from './bar-rows.ts';
import type { BarChart } from './bar-schema.ts';
import { type BarRow, barRows } from './segments.ts';

/** Arabic lines stand farther apart. */
const ROW_PX = { ltr: 40, rtl: 54 } as const;
const MAX_COLUMNS_HIGH = 0.6;
const ENOUGH_PX = 300;

function heightFor({ direction, form }: BarChart, { keys, series }: ChartData, dir: 'ltr' | 'rtl') {
  if (direction === 'vertical') return (width: number) => Math.max(ENOUGH_PX, width * MAX_COLUMNS_HIGH);
  const lanes = form === 'grouped' ? series.length : 1;
  // The names of the fills take a line.
  return () => (keys.length * (0.5 + lanes / 2) + (series.length > 1 ? 1 : 0)) * ROW_PX[dir];
}

/** Bars of one time. @param all rows of every time, for which scale and room are the same */
function layOutTime(chart: BarChart, data: ChartData, all: readonly BarRow[] | null, context: ScreenContext) {
  const rows = barRows(chart, data);
  const { series } = data;
  const ofSeries = series.some(({ name }) => name === chart.highlight) ? chart.highlight : '';
  const lookOf = (index: number) => fillLook(index, isHighlight(series[index]?.name ?? '', ofSeries));
  const most = (chart.data?.frames ?? []).reduce((one, two) => (two.keys.length > one.keys.length ? two : one), data);
  const laidOut = (note: string) => {
    const frame = frameOf({ ...chart, note }, data, context, heightFor(chart, most, context.dir));
    const key = keyRow(data, lookOf, frame.reading, frame.top);
    const isStacked = chart.form !== 'grouped';
    const plot = {
      chart,
      frame,
      top: frame.top + key.height,
      rows,
      all: all ?? rows,
      isStacked,
      write: writerOf(chart, all ?? rows, context.locale),
    };
    const bars = chart.direction === 'vertical' ? layOutColumns(plot) : layOutRows(plot);
    return { parts: [...key.parts, ...bars.parts, ...frame.parts], box: frame.box, shown: bars.shown };
  };
  const first = laidOut(chart.note);
  if (first.shown === rows.length) return first;
  const said = mapText(context.mapTexts, 'chartShown', { shown: String(first.shown), count: String(rows.length) });
  return laidOut([chart.note, said].filter((text) => text !== '').join(' '));
}

/** A bar chart in the free box. Its scale always holds nothing: the length of a bar is what it says. */
export function layOutBars(chart: BarChart, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  const times = data.frames ?? [];
  if (figuresOf(data).length === 0) return null;
  if (times.length < 2) {
    const { parts, box } = layOutTime(chart, data, null, context);
    return { placement: { parts }, box };
  }
  const all = times.flatMap((one) => barRows(chart, one));
  const laidOut = times.map((one) => layOutTime(chart, one, all, context));
  const [last] = laidOut.slice(-1);
  if (last === undefined) return null;
  return { placement: { parts: last.parts, frames: laidOut.map(({ parts }) => parts) }, box: last.box };
}
