import { formatPercent } from '../../../i18n/format.ts';
import { formatter } from '../../../i18n/formatter.ts';
import { intlTag } from '../../../i18n/locales.ts';
import { textWidth } from '../../../typography/text-metrics.ts';
import { wrapText } from '../../../typography/wrap-text.ts';
import { chartType } from '../../chart-text.ts';
import type { ReadingBox } from '../../reading-box.ts';
import { type ChartData, isNumber } from '../chart-data.ts';
import { isShareUnit } from '../frame/chart-frame.ts';
import type { SetTable } from './table-schema.ts';

/** One column of a set table: its texts, and where they stand. */
export interface SetColumn {
  readonly head: string;
  readonly cells: readonly string[];
  /** Shares of the greatest figure, where cells have bars. */
  readonly bars: readonly (number | null)[] | null;
  readonly isFigures: boolean;
  readonly width: number;
}

const AIR_PX = 14;
const BAR_PX = { wide: 64, narrow: 30 } as const;
const WIDE_FROM_PX = 480;
const NAMES_SHARE = 0.4;

function barsOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const most = Math.max(...values.filter(isNumber).map(Math.abs), 0);
  return values.map((value) => (value === null || most === 0 ? null : Math.abs(value) / most));
}

/** Columns in reading order, the names first; each as wide as its widest cell and the words of its head. */
export function setColumns(chart: SetTable, data: ChartData, reading: ReadingBox): readonly SetColumn[] {
  const { locale } = reading.context;
  const style = chartType('small', reading.context);
  const figures = formatter(Intl.NumberFormat, intlTag(locale), { maximumSignificantDigits: 12 });
  const write = (value: number | null | undefined): string => {
    if (!isNumber(value)) return '–';
    return isShareUnit(chart.unit) ? formatPercent(value, locale) : figures.format(value);
  };
  const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, style)));
  const headWidth = (head: string): number => widthOf(wrapText(head, widthOf(head.split(' ')), style));
  const barPx = reading.width < WIDE_FROM_PX ? BAR_PX.narrow : BAR_PX.wide;
  const names = data.keyLabels;
  const first: SetColumn = {
    head: data.keyLabel,
    cells: names,
    bars: null,
    isFigures: false,
    width: Math.min(Math.max(widthOf(names), headWidth(data.keyLabel)), reading.width * NAMES_SHARE) + AIR_PX,
  };
  const others = data.series.map(({ name, label, values, words }): SetColumn => {
    const cells = words ?? values.map(write);
    const hasBars = words === undefined && chart.bars.includes(name);
    const width = Math.max(widthOf(cells) + (hasBars ? barPx : 0), headWidth(label)) + AIR_PX;
    return { head: label, cells, bars: hasBars ? barsOf(values) : null, isFigures: words === undefined, width };
  });
  return fitting([first, ...others], reading.width);
}

/** Columns as far as they find room, at least two; what is left over widens all of them. */
function fitting(columns: readonly SetColumn[], room: number): readonly SetColumn[] {
  const ends = columns.map((_, index) => columns.slice(0, index + 1).reduce((sum, { width }) => sum + width, 0));
  const kept = columns.filter((_, index) => index < 2 || (ends[index] ?? 0) <= room);
  const used = kept.reduce((sum, { width }) => sum + width, 0);
  const more = Math.max(0, Math.min(room - used, used * 0.6)) / kept.length;
  return kept.map((column) => ({ ...column, width: column.width + more }));
}
