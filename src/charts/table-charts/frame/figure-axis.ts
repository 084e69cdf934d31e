import { round1 } from '../../../marks/screen-path.ts';
import { measured, middleAt, type ReadingBox } from '../../reading-box.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import type { NumberScale } from './number-axis.ts';
import { textParts } from './text-parts.ts';

const AXIS: Over = [0, 0.15];
const GAP_PX = 5;

/** How high the figures below a plot are. */
export const figureAxisHeight = (reading: ReadingBox): number =>
  measured([{ text: '0', role: 'small', tone: 'ink-2' }], Number.POSITIVE_INFINITY, reading).height + GAP_PX;

/** Lines up a plot and their figures below it. */
export function figureAxisParts(
  scale: NumberScale,
  reading: ReadingBox,
  plot: { readonly from: number; readonly top: number; readonly bottom: number },
): readonly ChartPart[] {
  const x = (tick: number): number => reading.x(plot.from + scale.at(tick));
  const d = scale.ticks.map((tick) => `M${x(tick)} ${round1(plot.top)}V${round1(plot.bottom)}`).join('');
  const grid = { type: 'path', key: `${reading.key}/grid`, stroke: 'rule', strokeWidth: 1, d } as const;
  const labels = scale.ticks.flatMap((tick, index) => {
    const line = { text: scale.write(tick), role: 'small', tone: 'ink-2' } as const;
    const block = measured([line], Number.POSITIVE_INFINITY, reading);
    const half = block.width / 2;
    const u = Math.max(half, Math.min(reading.width - half, plot.from + scale.at(tick)));
    return textParts(block, middleAt(reading, u, plot.bottom + GAP_PX), `${reading.key}/tick/${index}`, AXIS);
  });
  return [{ how: 'fade', over: AXIS, mark: grid }, ...labels];
}
