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
import { barRows } from './segments.ts';

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

/** A bar chart in the free box. Its scale always holds nothing: the length of a bar is what it says. */
export function layOutBars(chart: BarChart, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  if (figuresOf(data).length === 0) return null;
  const rows = barRows(chart, data);
  const { series } = data;
  const ofSeries = series.some(({ name }) => name === chart.highlight) ? chart.highlight : '';
  const lookOf = (index: number) => fillLook(index, isHighlight(series[index]?.name ?? '', ofSeries));
  const laidOut = (note: string) => {
    const frame = frameOf({ ...chart, note }, data, context, heightFor(chart, data, context.dir));
    const key = keyRow(data, lookOf, frame.reading, frame.top);
    const isStacked = chart.form !== 'grouped';
    const plot = {
      chart,
      frame,
      top: frame.top + key.height,
      rows,
      isStacked,
      write: writerOf(chart, rows, context.locale),
    };
    const bars = chart.direction === 'vertical' ? layOutColumns(plot) : layOutRows(plot);
    return { parts: [...key.parts, ...bars.parts, ...frame.parts], box: frame.box, shown: bars.shown };
  };
  const first = laidOut(chart.note);
  if (first.shown === rows.length) return { placement: { parts: first.parts }, box: first.box };
  const said = mapText(context.mapTexts, 'chartShown', { shown: String(first.shown), count: String(rows.length) });
  const second = laidOut([chart.note, said].filter((text) => text !== '').join(' '));
  return { placement: { parts: second.parts }, box: second.box };
}
