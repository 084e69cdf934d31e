import { nice, ticks as roundTicks } from 'd3';
import { textWidth } from '../../../typography/text-metrics.ts';
import { chartType } from '../../chart-text.ts';
import { measured, type ReadingBox, startAt } from '../../reading-box.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { tickWriter, type WriteValue } from './format-value.ts';
import { textParts } from './text-parts.ts';

/** Figures along a length, ends and ticks on round numbers. */
export interface NumberScale {
  /** Pixels from the beginning of the length. */
  readonly at: (value: number) => number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly write: WriteValue;
}

/** Less than this share between nothing and the least figure: nothing is shown with them. */
const NEAR_ZERO = 0.3;

/** The extent of figures; with nothing where it must be there, or is so near that leaving it out would mislead. */
export function extentOf(figures: readonly number[], hasZero: boolean): readonly [number, number] {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  if (figures.length === 0 || !Number.isFinite(high - low)) return [0, 1];
  const all = hasZero || (low > 0 && low < high * NEAR_ZERO) ? [0, low, high] : [low, high];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  if (from < to) return [from, to];
  // One figure alone, or all alike: it stands in the middle.
  const half = Math.abs(from) / 2 || 1;
  return [from - half, to + half];
}

const TICK_PX = 46;
const MAX_TICKS = 6;

/** @param length in pixels; figures grow along it */
export function numberScale(
  [low, high]: readonly [number, number],
  length: number,
  locale: string,
  isShare = false,
): NumberScale {
  const count = Math.max(2, Math.min(MAX_TICKS, Math.floor(length / TICK_PX)));
  const [from, to] = nice(low, high, count);
  const ticks = roundTicks(from, to, count);
  const at = (value: number): number => ((value - from) / (to - from)) * length;
  return { at, domain: [from, to], ticks, write: tickWriter(locale, ticks, isShare) };
}

const LABEL_GAP_PX = 8;
const AXIS: Over = [0, 0.15];

/** How wide the figures at an upright scale are. */
export function tickRoom({ ticks, write }: NumberScale, reading: ReadingBox): number {
  const style = chartType('small', reading.context);
  return Math.ceil(Math.max(0, ...ticks.map((tick) => textWidth(write(tick), style)))) + LABEL_GAP_PX;
}

/** Lines across a plot and their figures at its reading start; nothing's line is strong. */
export function gridParts(
  scale: NumberScale,
  reading: ReadingBox,
  plot: { readonly from: number; readonly to: number; readonly bottom: number },
): readonly ChartPart[] {
  const line = (tick: number): string => {
    const y = Math.round(plot.bottom - scale.at(tick));
    return `M${reading.x(plot.from)} ${y}H${reading.x(plot.to)}`;
  };
  const grid = { type: 'path', key: `${reading.key}/grid`, stroke: 'rule', strokeWidth: 1 } as const;
  const zero = { ...grid, key: `${reading.key}/zero`, stroke: 'ink-3' } as const;
  const others = scale.ticks.filter((tick) => tick !== 0);
  const labels = scale.ticks.flatMap((tick, index) => {
    const block = measured(
      [{ text: scale.write(tick), role: 'small', tone: 'ink-2' }],
      Number.POSITIVE_INFINITY,
      reading,
    );
    const top = plot.bottom - scale.at(tick) - block.firstMiddle;
    return textParts(block, startAt(reading, 0, top), `${reading.key}/tick/${index}`, AXIS);
  });
  return [
    ...(others.length > 0
      ? [{ how: 'fade', over: AXIS, mark: { ...grid, d: others.map(line).join('') } } as const]
      : []),
    ...(scale.ticks.includes(0) ? [{ how: 'fade', over: AXIS, mark: { ...zero, d: line(0) } } as const] : []),
    ...labels,
  ];
}
