import { clamp } from '../../geo/clamp.ts';
import { formatYear } from '../../i18n/format.ts';
import type { BlockPart, TextBlock } from '../../labels/texts/text-block.ts';
import type { Mark, TextMark } from '../../marks/mark.ts';
import { blockMarks, chartBlock, chartType } from '../chart-text.ts';
import { middleAt, pathAlong, type ReadingBox, startAt } from '../reading-box.ts';
import { middleOf } from './timeline-dates.ts';
import {
  hasMonthLetters,
  monthName,
  monthNumber,
  positionOfDay,
  positionOn,
  steps,
  type TimeScale,
} from './timeline-scale.ts';
import { stroke, type Timeline } from './timeline-texts.ts';
import { yearLabels, yearTicks } from './timeline-years.ts';

/** The scale of the overview at its height on the screen. */
export interface OverviewAxis {
  readonly y: number;
  readonly scale: TimeScale;
}

export const AXIS_WIDTH = 1.3;
const NAMED_PX = 40;

/** Words of one line, centred, for labels along an axis. */
export const label = (text: string, tone: BlockPart['tone'], role: BlockPart['role'], reading: ReadingBox): TextBlock =>
  chartBlock([{ text, role, tone }], Number.POSITIVE_INFINITY, reading.context);

/** Short strokes down from an axis, as one path. */
export function ticks(at: readonly number[], y: number, lengthPx: number, reading: ReadingBox): string {
  return at
    .map((u) =>
      pathAlong(reading, [
        [u, y],
        [u, y + lengthPx],
      ]),
    )
    .join('');
}

interface MonthLabel {
  readonly month: number;
  readonly block: TextBlock;
  /** Middle of the month, or of what the days below show of it. */
  readonly middle: number;
}

const monthsOf = ({ detail }: Timeline): readonly number[] =>
  [detail.first, detail.last].map((day) => Math.floor(monthNumber(day)));

function monthLabel(
  month: number,
  form: 'short' | 'narrow',
  axis: OverviewAxis,
  annotation: Timeline,
  reading: ReadingBox,
): MonthLabel {
  const { scale } = axis;
  const [from = 0, to = 0] = monthsOf(annotation);
  const name = monthName(month, reading.context.locale, form);
  const span = [positionOn(scale, month), positionOn(scale, month + 1)] as const;
  if (month < from || month > to) {
    return { month, block: label(name, 'ink-2', 'small', reading), middle: (span[0] + span[1]) / 2 };
  }
  const [start, end] = stretch(axis, annotation);
  const block = label(name, 'ink', 'callout-head', reading);
  return { month, block, middle: (Math.max(span[0], start) + Math.min(span[1], end)) / 2 };
}

const GAP_PX = 6;

/** The months that tell where the others are, as far as there is room: those of the days below, of events, first, last. */
function landmarks(axis: OverviewAxis, annotation: Timeline, reading: ReadingBox): readonly MonthLabel[] {
  const { first, last, width } = axis.scale;
  const events = annotation.events.map(({ date }) => Math.floor(monthNumber(middleOf(date))));
  const wanted = [...monthsOf(annotation), ...events, first, last - 1].filter(
    (month) => month >= first && month < last,
  );
  const occupied: MonthLabel[] = [];
  return [...new Set(wanted)].flatMap((month) => {
    const { block, middle } = monthLabel(month, 'short', axis, annotation, reading);
    const half = block.width / 2;
    const centre = clamp(middle, half, width - half);
    const isFree = occupied.every((other) => Math.abs(other.middle - centre) >= half + other.block.width / 2 + GAP_PX);
    if (!isFree || block.width > width) return [];
    const placed = { month, block, middle: centre };
    occupied.push(placed);
    return [placed];
  });
}

/** Names of all months where they have room, else their letters, else the names of some. */
function monthLabels(axis: OverviewAxis, annotation: Timeline, reading: ReadingBox): readonly TextMark[] {
  const { scale, y } = axis;
  const months = steps(scale.first, scale.last);
  const roomPx = positionOn(scale, scale.first + 1) - GAP_PX;
  const forms = hasMonthLetters(reading.context.locale) ? (['short', 'narrow'] as const) : (['short'] as const);
  const whole = forms
    .map((form) => months.map((month) => monthLabel(month, form, axis, annotation, reading)))
    .find((labels) => labels.every(({ block }) => block.width <= roomPx));
  return (whole ?? landmarks(axis, annotation, reading)).flatMap(({ month, block, middle }) =>
    blockMarks(block, middleAt(reading, middle, y + 8), `${reading.key}/month/${month - scale.first}`),
  );
}

/** Names of years below those of months. */
function yearsBelow(axis: OverviewAxis, reading: ReadingBox): readonly TextMark[] {
  const { scale, y } = axis;
  const top = y + 10 + chartType('small', reading.context).lineHeight;
  const starts = steps(scale.first, scale.last).filter((month) => month === scale.first || month % 12 === 0);
  let free = 0;
  return starts.flatMap((month) => {
    const block = label(formatYear(Math.floor(month / 12), reading.context.locale), 'ink-2', 'small', reading);
    const u = positionOn(scale, month);
    if (u < free || u + block.width > scale.width) return [];
    free = u + block.width + 8;
    return blockMarks(block, startAt(reading, u, top), `${reading.key}/year/${month}`);
  });
}

/** The days below, as a stretch of the months above. */
function stretch(axis: OverviewAxis, annotation: Timeline): readonly [number, number] {
  const { first, last } = annotation.detail;
  return [positionOfDay(axis.scale, first), positionOfDay(axis.scale, last + 1)];
}

function ticksOf(scale: TimeScale): readonly number[] {
  if (scale.grain === 'year') return [0, ...yearTicks(scale), scale.width];
  return steps(scale.first, scale.last + 1).map((step) => positionOn(scale, step));
}

function labelsOf(axis: OverviewAxis, annotation: Timeline, years: boolean, reading: ReadingBox): readonly TextMark[] {
  if (axis.scale.grain !== 'year') {
    return [...monthLabels(axis, annotation, reading), ...(years ? yearsBelow(axis, reading) : [])];
  }
  const named = yearLabels(axis.scale, reading.context.locale, (text) => label(text, 'ink-2', 'small', reading));
  return named.flatMap(({ year, block, u }) =>
    blockMarks(block, middleAt(reading, u, axis.y + 8), `${reading.key}/year/${year}`),
  );
}

/** The long time: by months, or by years where these are too many. */
export function drawOverviewAxis(
  axis: OverviewAxis,
  annotation: Timeline,
  drawn: number,
  years: boolean,
  reading: ReadingBox,
): readonly Mark[] {
  const line = stroke(
    reading,
    'overview/axis',
    pathAlong(reading, [
      [0, axis.y],
      [axis.scale.width, axis.y],
    ]),
    AXIS_WIDTH,
    drawn,
  );
  if (drawn < 1) return [line];
  const [from, to] = stretch(axis, annotation);
  return [
    line,
    stroke(reading, 'overview/ticks', ticks(ticksOf(axis.scale), axis.y, 7, reading), 1, 1),
    stroke(
      reading,
      'overview/stretch',
      pathAlong(reading, [
        [from, axis.y],
        [to, axis.y],
      ]),
      4,
      1,
    ),
    ...labelsOf(axis, annotation, years, reading),
  ];
}

export interface Funnel extends OverviewAxis {
  /** Where it has opened to the full width, where its dotted sides end, and where its fill does. */
  readonly funnelY: number;
  readonly sideY: number;
  readonly footY: number;
}

/** The dotted sides, from the stretch above to the reading start and end of the box. */
function sides(
  funnel: Funnel,
  mouth: number,
  neck: number,
  ends: readonly [number, number],
  reading: ReadingBox,
): string {
  const { funnelY, sideY } = funnel;
  const edges = [0, reading.width] as const;
  return ends
    .map((u, i): readonly (readonly [number, number])[] => {
      const edge = edges[i] ?? 0;
      return [
        [u, mouth],
        [u, neck],
        [edge, funnelY],
        [edge, sideY],
      ];
    })
    .map((points) => pathAlong(reading, points))
    .join('');
}

/** Two dotted lines that open the stretch of days to the full width. */
export function drawFunnel(
  funnel: Funnel,
  annotation: Timeline,
  opacity: number,
  reading: ReadingBox,
): readonly Mark[] {
  if (opacity === 0) return [];
  const { y, funnelY, footY } = funnel;
  const { width, key } = reading;
  const [from, to] = stretch(funnel, annotation);
  const neck = y + chartType('small', reading.context).lineHeight + 12;
  // A stretch narrower than its month's name would be dotted across the name, as would the names of years.
  const mouth = to - from < NAMED_PX || funnel.scale.grain === 'year' ? neck : y + 3;
  const shape = pathAlong(reading, [
    [from, neck],
    [0, funnelY],
    [0, footY],
    [width, footY],
    [width, funnelY],
    [to, neck],
  ]);
  const lines = sides(funnel, mouth, neck, [from, to], reading);
  const shade = opacity < 1 ? { opacity } : {};
  const dotted = { stroke: 'ink', strokeWidth: 1.2, dash: [0.1, 4], cap: 'round' } as const;
  return [
    { type: 'path', key: `${key}/funnel/ground`, d: `${shape}Z`, fill: 'paper', fillOpacity: 0.7, ...shade },
    { type: 'path', key: `${key}/funnel/lines`, d: lines, ...dotted, ...shade },
  ];
}
