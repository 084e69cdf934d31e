import type { TextBlock } from '../../../labels/texts/text-block.ts';
import type { Tone } from '../../../marks/mark.ts';
import { dotPath, round1 } from '../../../marks/screen-path.ts';
import { endAt, measured, middleAt, type ReadingBox, startAt } from '../../reading-box.ts';
import { type ChartData, isNumber } from '../chart-data.ts';
import type { NumberScale } from '../frame/number-axis.ts';
import { textParts } from '../frame/text-parts.ts';
import { fillLook, isHighlight } from '../frame/tones.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import type { DotPlot } from './dot-schema.ts';

/** A row's place, and what it shows. */
export interface DotRow {
  readonly reading: ReadingBox;
  readonly scale: NumberScale;
  /** Reading coordinate of the scale's beginning. */
  readonly from: number;
  /** Screen y of the row's middle. */
  readonly y: number;
  /** Screen y above which nothing of the row stands. */
  readonly top: number;
  readonly index: number;
  readonly count: number;
}

const DOT_PX = 5.5;
const SMALL_PX = 9;
const GAP_PX = 5;

const overOf = ({ index, count }: DotRow, share = 0): Over => {
  const from = 0.1 + (0.5 * index) / Math.max(1, count) + share * 0.15;
  return [from, from + 0.15];
};

const toneOf = (name: string, series: number, highlight: string): Tone =>
  fillLook(series, isHighlight(name, highlight)).tone;

/** A dot a series, and a line from the least to the greatest. */
export function dumbbellParts(
  row: DotRow,
  key: number,
  { highlight }: DotPlot,
  { series, keys }: ChartData,
): readonly ChartPart[] {
  const { reading, scale, from, y } = row;
  const found = series.flatMap(({ name, values }, index) => {
    const value = values[key];
    return isNumber(value) ? [{ name, index, x: reading.x(from + scale.at(value)) }] : [];
  });
  if (found.length === 0) return [];
  const xs = found.map(({ x }) => x);
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const ends = [Math.min(...xs), Math.max(...xs)] as const;
  const name = `${reading.key}/row/${row.index}`;
  const isStrong = String(keys[key]) === highlight;
  const stroke = {
    type: 'path',
    key: name,
    stroke: isStrong ? 'red' : 'ink-3',
    strokeWidth: isStrong ? 3 : 2,
  } as const;
  const front = first <= last ? ends : ([ends[1], ends[0]] as const);
  const runs = [[[front[0], y] as const, [front[1], y] as const]];
  const ofSeries = series.some((one) => one.name === highlight) ? highlight : '';
  return [
    { how: 'line', over: overOf(row), mark: stroke, runs, front },
    ...found.map(({ name: own, index, x }): ChartPart => {
      const look = { r: DOT_PX, fill: toneOf(own, index, ofSeries), stroke: 'land', strokeWidth: 1 } as const;
      const mark = { type: 'circle', key: `${name}/${index}`, cx: x, cy: round1(y), ...look } as const;
      return { how: 'fade', over: overOf(row, index === 0 ? 0 : 1), mark };
    }),
  ];
}

interface Named {
  readonly x: number;
  readonly u: number;
  readonly label: string;
  readonly isStrong: boolean;
}

/** Words above a dot, from its middle where there is room on both sides. */
function nameParts({ u, label, isStrong }: Named, row: DotRow, at: number): readonly ChartPart[] {
  const { reading, y } = row;
  const line = { text: label, role: isStrong ? 'callout-head' : 'small', tone: isStrong ? 'red' : 'ink-2' } as const;
  const block: TextBlock = measured([line], reading.width / 3, reading);
  const half = block.width / 2;
  const top = y - SMALL_PX - GAP_PX - block.height + 2;
  const place =
    u - half < 0
      ? startAt(reading, u, top)
      : u + half > reading.width
        ? endAt(reading, u, top)
        : middleAt(reading, u, top);
  return textParts(block, place, `${reading.key}/row/${row.index}/name/${at}`, overOf(row, 1));
}

/** Those that are named, the highlighted one first; words of others give way to it and to one another. */
function namedDots(dots: readonly Named[], reading: ReadingBox): readonly Named[] {
  const widthOf = ({ label }: Named): number =>
    measured([{ text: label, role: 'callout-head', tone: 'ink' }], reading.width / 3, reading).width;
  const ordered = dots.toSorted((a, b) => a.u - b.u);
  const wanted = [
    ...dots.filter(({ isStrong }) => isStrong),
    ...[ordered[0], ordered.at(-1)].flatMap((one) => one ?? []),
  ];
  return [...new Set(wanted)].reduce<readonly Named[]>((kept, one) => {
    const isClear = kept.every((other) => Math.abs(other.u - one.u) > (widthOf(other) + widthOf(one)) / 2 + GAP_PX);
    return isClear ? kept.concat(one) : kept;
  }, []);
}

/** A dot a name; the ends and the highlighted one are named. */
export function stripParts(row: DotRow, series: number, { highlight }: DotPlot, data: ChartData): readonly ChartPart[] {
  const { reading, scale, from, y } = row;
  const dots = (data.series[series]?.values ?? []).flatMap((value, key): readonly Named[] => {
    if (!isNumber(value)) return [];
    const u = from + scale.at(value);
    return [{ u, x: reading.x(u), label: data.keyLabels[key] ?? '', isStrong: String(data.keys[key]) === highlight }];
  });
  const path = (of: readonly Named[]): string => of.map(({ x }) => dotPath(x, y)).join('');
  const name = `${reading.key}/row/${row.index}`;
  const dot = { type: 'path', cap: 'round', strokeWidth: SMALL_PX } as const;
  const others = { ...dot, key: name, stroke: highlight === '' ? 'ink-2' : 'ink-3', opacity: 0.6 } as const;
  const strong = dots.filter(({ isStrong }) => isStrong);
  return [
    { how: 'fade', over: overOf(row), mark: { ...others, d: path(dots.filter(({ isStrong }) => !isStrong)) } },
    ...(strong.length === 0
      ? []
      : [
          {
            how: 'fade',
            over: overOf(row, 1),
            mark: { ...dot, key: `${name}/strong`, stroke: 'red', strokeWidth: SMALL_PX + 3, d: path(strong) },
          } as const,
        ]),
    ...namedDots(dots, reading).flatMap((one, at) => nameParts(one, row, at)),
  ];
}
