import type { ScreenPoint } from '../../../geo/lng-lat.ts';
import type { ScreenContext } from '../../../labels/rest-context.ts';
import { round1 } from '../../../marks/screen-path.ts';
import { type ChartData, figuresOf, isNumber, keyPosition } from '../chart-data.ts';
import { type ChartFrame, type ChartSize, frameOf, isShareUnit } from '../frame/chart-frame.ts';
import { type EndLabel, endLabelRoom } from '../frame/end-labels.ts';
import { type KeyScale, keyAxisHeight, keyScale } from '../frame/key-axis.ts';
import { extentOf, type NumberScale, numberScale, tickRoom } from '../frame/number-axis.ts';

/** Where the figures of a chart along x stand. */
export interface XyPlot extends ChartFrame {
  readonly keys: KeyScale;
  readonly figures: NumberScale;
  /** Reading coordinates of the plot's ends. */
  readonly from: number;
  readonly to: number;
  /** Screen coordinates of a key and a figure. */
  readonly point: (key: number, figure: number) => ScreenPoint;
}

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly note: string;
  readonly size: ChartSize;
}

/** A plot is no higher than this share of its width: steeper, every change looks great. */
const MAX_HIGH = 0.62;
/** But on a phone it may be nearly square. */
const ENOUGH_PX = 320;

/**
 * @param figures what the scale must hold
 * @param labels at the ends, of which only the words count here
 */
export function xyPlot(
  asked: Asked,
  data: ChartData,
  figures: { readonly all: readonly number[]; readonly hasZero: boolean },
  labels: readonly EndLabel[],
  context: ScreenContext,
): XyPlot {
  const frame = frameOf(asked, data, context, (width) =>
    Math.max(asked.size === 'inset' ? 0 : ENOUGH_PX, width * MAX_HIGH),
  );
  const { reading } = frame;
  const extent = extentOf(figures.all, figures.hasZero);
  const isShare = isShareUnit(asked.unit);
  const roughly = numberScale(extent, frame.bottom - frame.top, context.locale, isShare);
  const from = tickRoom(roughly, reading);
  const to = Math.max(from + 1, reading.width - endLabelRoom(labels, reading));
  const keys = keyScale(data, to - from, context.locale);
  const bottom = Math.max(frame.top + 1, frame.bottom - keyAxisHeight(keys, reading, to - from));
  const scale = numberScale(extent, bottom - frame.top, context.locale, isShare);
  return {
    ...frame,
    bottom,
    keys,
    figures: scale,
    from,
    to,
    point: (key, figure) => [reading.x(from + keys.at(key)), round1(bottom - scale.at(figure))],
  };
}

/** Points of a series on the screen; null where a figure is missing. */
export function pointsOn(plot: XyPlot, data: ChartData, values: readonly (number | null)[]) {
  return values.map((value, index) => (isNumber(value) ? plot.point(keyPosition(data, index), value) : null));
}

/** Room above the highest figure for what is said of it, as a share of all. */
const HEADROOM = 0.14;

export const withHeadroom = (figures: readonly number[]): readonly number[] => {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  return [...figures, high + (high - low) * HEADROOM];
};

export const allFigures = (data: ChartData, others: readonly number[]): readonly number[] => [
  ...figuresOf(data),
  ...others,
];
