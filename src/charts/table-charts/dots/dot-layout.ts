import { mapText } from '../../../i18n/map-text.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import type { TextBlock } from '../../../labels/texts/text-block.ts';
import { measured, type ReadingBox, startAt } from '../../reading-box.ts';
import { type ChartData, figuresOf, isNumber, NO_DATA } from '../chart-data.ts';
import { frameOf, isShareUnit } from '../frame/chart-frame.ts';
import { figureAxisHeight, figureAxisParts } from '../frame/figure-axis.ts';
import { type KeyRow, keyRow } from '../frame/key-row.ts';
import { extentOf, numberScale } from '../frame/number-axis.ts';
import { textParts } from '../frame/text-parts.ts';
import { fillLook, isHighlight } from '../frame/tones.ts';
import type { LaidOutChart } from '../laid-out.ts';
import { isStrip } from './dot-form.ts';
import { dumbbellParts, stripParts } from './dot-rows.ts';
import type { DotPlot } from './dot-schema.ts';

const ROW_PX = { dumbbell: 34, strip: 92 } as const;
const MIN_PX = { dumbbell: 18, strip: 52 } as const;
const NAME_SHARE = 0.34;
const NAME_GAP_PX = 12;
const EDGE_PX = 8;

/** Which rows there are: the names in their order, or the series. */
function rowsOf(chart: DotPlot, { keys, series }: ChartData): readonly number[] {
  if (isStrip(chart)) return series.map((_, index) => index);
  const rows = keys.map((_, index) => index);
  const [first] = series;
  if (chart.sort === 'none' || first === undefined) return rows;
  const sign = chart.sort === 'descending' ? -1 : 1;
  const weight = (row: number): number => first.values[row] ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => sign * (weight(a) - weight(b)));
}

/** What a row is called: a strip alone is named by the title. */
function rowName(chart: DotPlot, data: ChartData, row: number, reading: ReadingBox): TextBlock {
  const { series, keys, keyLabels } = data;
  const ofStrip = series.length > 1 ? (series[row]?.label ?? '') : '';
  const text = isStrip(chart) ? ofStrip : (keyLabels[row] ?? '');
  const isStrong = !isStrip(chart) && String(keys[row]) === chart.highlight;
  return measured([{ text, role: 'small', tone: isStrong ? 'red' : 'ink' }], reading.width * NAME_SHARE, reading);
}

const NO_KEY: KeyRow = { parts: [], height: 0 };

function layOut(chart: DotPlot, data: ChartData, context: ScreenContext, note: string) {
  const form = isStrip(chart) ? 'strip' : 'dumbbell';
  const all = rowsOf(chart, data);
  const head = form === 'dumbbell' ? 40 : 0;
  const frame = frameOf({ ...chart, note }, data, context, () => all.length * ROW_PX[form] + head + 30);
  const { reading } = frame;
  const ofSeries = data.series.some(({ name }) => name === chart.highlight) ? chart.highlight : '';
  const lookOf = (index: number) => fillLook(index, isHighlight(data.series[index]?.name ?? '', ofSeries));
  const key = form === 'dumbbell' ? keyRow(data, lookOf, reading, frame.top) : NO_KEY;
  const top = frame.top + key.height;
  const bottom = frame.bottom - figureAxisHeight(reading);
  const shown = all.slice(0, Math.max(1, Math.floor((bottom - top) / MIN_PX[form])));
  const names = shown.map((row) => rowName(chart, data, row, reading));
  const widest = Math.max(0, ...names.map(({ width }) => width));
  const from = (widest > 0 ? widest + NAME_GAP_PX : 0) + EDGE_PX;
  const length = Math.max(1, reading.width - from - EDGE_PX);
  const scale = numberScale(extentOf(figuresOf(data), false), length, context.locale, isShareUnit(chart.unit));
  const height = (bottom - top) / shown.length;
  const parts = shown.flatMap((row, index) => {
    // The words of a strip stand above its dots.
    const y = top + (index + (form === 'strip' ? 0.68 : 0.5)) * height;
    const place = { reading, scale, from, y, top: top + index * height, index, count: shown.length };
    const name = names[index];
    const words =
      name === undefined
        ? []
        : textParts(name, startAt(reading, 0, y - name.height / 2), `${reading.key}/name/${index}`, [0, 0.15]);
    return [...words, ...(form === 'strip' ? stripParts : dumbbellParts)(place, row, chart, data)];
  });
  const axis = figureAxisParts(scale, reading, { from, top, bottom });
  return {
    parts: [...axis, ...key.parts, ...parts, ...frame.parts],
    box: frame.box,
    shown: shown.length,
    of: all.length,
  };
}

/** A dot plot in the free box. Its scale need not begin at nothing: a dot says where, not how long. */
export function layOutDots(chart: DotPlot, context: ScreenContext): LaidOutChart | null {
  const data = chart.data ?? NO_DATA;
  if (!data.series.some(({ values }) => values.some(isNumber))) return null;
  const first = layOut(chart, data, context, chart.note);
  if (first.shown === first.of) return { placement: { parts: first.parts }, box: first.box };
  const counts = { shown: String(first.shown), count: String(first.of) };
  const said = mapText(context.mapTexts, 'chartShown', counts);
  const { parts, box } = layOut(chart, data, context, [chart.note, said].filter((text) => text !== '').join(' '));
  return { placement: { parts }, box };
}
