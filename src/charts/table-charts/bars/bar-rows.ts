import type { TextBlock } from '../../../labels/texts/text-block.ts';
import { round1 } from '../../../marks/screen-path.ts';
import { textWidth } from '../../../typography/text-metrics.ts';
import { chartType } from '../../chart-text.ts';
import { endAt, measured, middleAt, onScreen, startAt } from '../../reading-box.ts';
import { extentOf, type NumberScale, numberScale } from '../frame/number-axis.ts';
import { textParts } from '../frame/text-parts.ts';
import type { ChartPart } from '../parts/chart-part.ts';
import { type BarPlot, overLabel, overRow } from './bar-plot.ts';
import { type BarRow, reachOf, type Segment } from './segments.ts';

const NAME_SHARE = 0.36;
const NAME_GAP_PX = 10;
const VALUE_GAP_PX = 6;
const AIR_PX = 4;
const BAR_PX = 15;
const MAX_BAR_PX = 30;
const FILLED = 0.74;

interface Room {
  readonly plot: BarPlot;
  readonly names: readonly TextBlock[];
  /** Of one row, the air around it too. */
  readonly height: number;
  readonly top: number;
  /** Reading coordinates of the scale's ends. */
  readonly from: number;
  readonly scale: NumberScale;
  readonly count: number;
}

/** Rows that find room, the highlighted one among them whatever its place. */
export function rowsThatFit(rows: readonly BarRow[], height: number, room: number): readonly BarRow[] {
  const most = Math.max(1, Math.floor(room / height));
  if (rows.length <= most) return rows;
  const first = rows.slice(0, most);
  const highlighted = rows.find(({ isHighlighted }) => isHighlighted);
  return highlighted === undefined || first.includes(highlighted) ? first : [...first.slice(0, -1), highlighted];
}

const valueText = ({ value }: Segment, { chart, write }: BarPlot): string =>
  write(chart.form === 'diverging' ? Math.abs(value) : value);

/** Where a bar lies on the screen. */
function barBox({ plot, from, scale }: Room, { from: a, to: b }: Segment, top: number, height: number) {
  const [start, end] = [from + scale.at(Math.min(a, b)), from + scale.at(Math.max(a, b))];
  return onScreen(plot.frame.reading, { left: start, right: end, top, bottom: top + height });
}

function segmentParts(room: Room, row: BarRow, index: number, top: number): readonly ChartPart[] {
  const { plot, from, scale, count, height } = room;
  const { reading } = plot.frame;
  const lanes = plot.isStacked ? 1 : seriesCount(plot);
  const filled = Math.min(height * FILLED, MAX_BAR_PX * lanes);
  const lane = filled / lanes;
  const base = reading.x(from + scale.at(0));
  return row.segments.flatMap((segment): readonly ChartPart[] => {
    const y = top + (height - filled) / 2 + (plot.isStacked ? 0 : segment.series * lane);
    const box = barBox(room, segment, y, lane - (lanes > 1 ? 1 : 0));
    const key = `${reading.key}/bar/${index}/${segment.series}`;
    const { tone, opacity, on } = segment.look;
    const shape = { x: box.left, y: round1(y), width: round1(box.right - box.left), height: round1(box.bottom - y) };
    const mark = { type: 'rect', key, ...shape, fill: tone, ...(opacity < 1 ? { fillOpacity: opacity } : {}) } as const;
    const text = valueText(segment, plot);
    const style = chartType('small', reading.context);
    const over = overLabel(index, count);
    const bar = { how: 'bar', over: overRow(index, count), mark, base, along: 'x' } as const;
    if (plot.isStacked) {
      const isRoomy = textWidth(text, style) + 2 * AIR_PX <= shape.width && shape.height >= style.size;
      if (!isRoomy) return [bar];
      const block = measured([{ text, role: 'small', tone: on }], Number.POSITIVE_INFINITY, reading);
      const middle = from + (scale.at(segment.from) + scale.at(segment.to)) / 2;
      const at = middleAt(reading, middle, y + lane / 2 - block.firstMiddle);
      return [bar, ...textParts(block, at, `${key}/value`, over).map(bare)];
    }
    const block = measured(
      [{ text, role: 'small', tone: row.isHighlighted ? 'red' : 'ink' }],
      Number.POSITIVE_INFINITY,
      reading,
    );
    const isBelow = segment.to < 0;
    const u = from + scale.at(segment.to) + (isBelow ? -VALUE_GAP_PX : VALUE_GAP_PX);
    const at = (isBelow ? endAt : startAt)(reading, u, y + lane / 2 - block.firstMiddle);
    return [bar, ...textParts(block, at, `${key}/value`, over)];
  });
}

const seriesCount = ({ rows }: BarPlot): number =>
  Math.max(1, ...rows.flatMap(({ segments }) => segments.map(({ series }) => series + 1)));

/** A halo in the land's colour would be a stain on a bar. */
const bare = (part: ChartPart): ChartPart => {
  if (part.how !== 'fade' || part.mark.type !== 'text') return part;
  const { halo: _, ...mark } = part.mark;
  return { ...part, mark };
};

const totalOf = ({ segments }: BarRow): number => segments.reduce((sum, { value }) => sum + value, 0);

/** What lies on one another has its sum at its end. */
function totalParts(
  { plot, from, scale, height, count }: Room,
  row: BarRow,
  index: number,
  top: number,
): readonly ChartPart[] {
  if (plot.chart.form !== 'stacked') return [];
  const { reading } = plot.frame;
  const line = { text: plot.write(totalOf(row)), role: 'small', tone: row.isHighlighted ? 'red' : 'ink' } as const;
  const block = measured([line], Number.POSITIVE_INFINITY, reading);
  const end = Math.max(0, ...row.segments.map(({ to }) => to));
  const at = startAt(reading, from + scale.at(end) + VALUE_GAP_PX, top + height / 2 - block.firstMiddle);
  return textParts(block, at, `${reading.key}/total/${index}`, overLabel(index, count));
}

/** Room for figures beside the bars, on one side of nothing. */
function figureRoom(plot: BarPlot, rows: readonly BarRow[], isBelow: boolean): number {
  const style = chartType('small', plot.frame.reading.context);
  const room = (text: string): number => textWidth(text, style) + VALUE_GAP_PX;
  if (plot.chart.form === 'stacked' && !isBelow)
    return Math.max(0, ...rows.map((row) => room(plot.write(totalOf(row)))));
  if (plot.isStacked) return 0;
  const beside = rows.flatMap(({ segments }) => segments.filter(({ to }) => to < 0 === isBelow));
  return Math.max(0, ...beside.map((one) => room(valueText(one, plot))));
}

function rowParts(room: Room, row: BarRow, index: number): readonly ChartPart[] {
  const { plot, names, height, top: first } = room;
  const { reading } = plot.frame;
  const top = first + index * height;
  const name = names[index];
  const at = name === undefined ? null : startAt(reading, 0, top + (height - name.height) / 2);
  const words = name === undefined || at === null ? [] : textParts(name, at, `${reading.key}/name/${index}`, [0, 0.15]);
  return [...words, ...segmentParts(room, row, index, top), ...totalParts(room, row, index, top)];
}

/** Rows of bars, names before them and figures at their ends. */
export function layOutRows(plot: BarPlot): { readonly parts: readonly ChartPart[]; readonly shown: number } {
  const { frame, rows: own, all, top: head } = plot;
  const { reading } = frame;
  const most = reading.width * NAME_SHARE;
  const nameOf = ({ name, isHighlighted }: BarRow): TextBlock =>
    measured([{ text: name, role: 'small', tone: isHighlighted ? 'red' : 'ink' }], most, reading);
  const lanes = plot.isStacked ? 1 : seriesCount(plot);
  const least = Math.max(lanes * BAR_PX + AIR_PX, ...all.map((row) => nameOf(row).height + 2));
  const space = frame.bottom - head;
  const rows = rowsThatFit(own, least, space);
  const names = rows.map(nameOf);
  const height = Math.max(
    Math.min(least, space / rows.length),
    Math.min(space / rows.length, (MAX_BAR_PX * lanes) / FILLED),
  );
  // Where all rows are of one time, only those that find room count.
  const seen = all === own ? rows : all;
  const wide = Math.max(0, ...(all === own ? names : all.map(nameOf)).map(({ width }) => width));
  const from = wide + NAME_GAP_PX + figureRoom(plot, seen, true);
  const length = Math.max(1, reading.width - from - figureRoom(plot, seen, false));
  const isShare = plot.chart.form === 'share';
  const extent = isShare ? ([0, 100] as const) : extentOf(reachOf(seen), true);
  const scale = tight(numberScale(extent, length, reading.context.locale), extent, length);
  const room: Room = { plot, names, height, top: head, from, scale, count: rows.length };
  const zero = reading.x(from + scale.at(0));
  const d = `M${zero} ${round1(head)}V${round1(head + rows.length * height)}`;
  const baseline = { type: 'path', key: `${reading.key}/zero`, stroke: 'ink-3', strokeWidth: 1, d } as const;
  return {
    parts: [
      ...rows.flatMap((row, index) => rowParts(room, row, index)),
      { how: 'fade', over: [0, 0.12], mark: baseline },
    ],
    shown: rows.length,
  };
}

/** With figures at the bars no round number need end the scale: the longest bar takes all there is. */
function tight(scale: NumberScale, [low, high]: readonly [number, number], length: number): NumberScale {
  return { ...scale, at: (value) => ((value - low) / (high - low)) * length, domain: [low, high] };
}
