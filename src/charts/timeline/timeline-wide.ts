import { clamp } from '../../geo/clamp.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';
import { chartType } from '../chart-text.ts';
import { measured, type ReadingBox } from '../reading-box.ts';
import { isWithinSpan, meets, middleOf } from './timeline-dates.ts';
import { type Candidate, placeEvents, plansFor, type Room, type Spot } from './timeline-place.ts';
import { dayScale, monthNumber, overviewScale, positionOfDay, positionOn, type TimeScale } from './timeline-scale.ts';
import { eventText, numeralText, type Timeline, type TimelineEvent } from './timeline-texts.ts';

export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly u: number;
  readonly spot: Spot | null;
}

export interface PlacedAxis {
  readonly y: number;
  readonly scale: TimeScale;
  readonly events: readonly PlacedEvent[];
}

/** Two scales: months or years above (unless there is no room), days below, the period's figure under its bracket. */
export interface WideLayout {
  readonly overview: PlacedAxis | null;
  readonly detail: PlacedAxis;
  /** Where the funnel opens to the full width. */
  readonly funnelY: number;
  readonly numeral: { readonly block: TextBlock; readonly box: Box } | null;
}

/** What is given up, one thing after another, where room is short. */
interface Plan {
  readonly overview: boolean;
  readonly levels: 0 | 1 | 2 | 3;
  readonly numeral: 'full' | 'figure' | 'none';
  readonly cost: number;
}

const PLANS: readonly Plan[] = [
  { overview: true, levels: 2, numeral: 'full', cost: 0 },
  { overview: true, levels: 3, numeral: 'full', cost: 1 },
  { overview: true, levels: 1, numeral: 'full', cost: 2 },
  { overview: true, levels: 2, numeral: 'figure', cost: 12 },
  { overview: true, levels: 1, numeral: 'figure', cost: 13 },
  { overview: false, levels: 2, numeral: 'full', cost: 30 },
  { overview: false, levels: 1, numeral: 'full', cost: 31 },
  { overview: false, levels: 1, numeral: 'figure', cost: 50 },
  { overview: false, levels: 0, numeral: 'full', cost: 300 },
  { overview: false, levels: 0, numeral: 'figure', cost: 320 },
  { overview: false, levels: 0, numeral: 'none', cost: 900 },
];

const FOOT_PX = 14;
const LEVEL_GAP_PX = 10;
const TALLEST_PX = 88;
const FUNNEL_PX = 34;
/** From the axis of days down to its numbers' foot, to the bracket's foot, and to the figure. */
export const NUMBERS_PX = 26;
export const BRACKET_TOP_PX = 32;
export const BRACKET_PX = 42;
const FIGURE_PX = 48;
const SHORTENED = 20;

function candidate(event: TimelineEvent, u: number, reading: ReadingBox): Candidate {
  const wide = clamp(reading.width * 0.28, 150, 218);
  const block = (width: number, body: string): TextBlock => measured(eventText(event, body), width, reading);
  const blocks = [
    { block: block(wide, event.body), cost: 0 },
    { block: block(wide * 0.72, event.body), cost: 0.5 },
    { block: block(wide, ''), cost: SHORTENED },
  ];
  return {
    u,
    blocks: event.body === '' ? blocks.slice(2).map(({ block: short }) => ({ block: short, cost: 0 })) : blocks,
  };
}

const tallest = (candidates: readonly Candidate[]): number =>
  Math.min(TALLEST_PX, Math.max(0, ...candidates.map(({ blocks }) => blocks[0]?.block.height ?? 0)));

const inTime = (events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  [...events].sort((a, b) => middleOf(a.date) - middleOf(b.date));

interface Input {
  readonly annotation: Timeline;
  readonly reading: ReadingBox;
  /** Null where the detail tells it all. */
  readonly overview: TimeScale | null;
  readonly detail: TimeScale;
  readonly early: readonly TimelineEvent[];
  readonly late: readonly TimelineEvent[];
  readonly earlyText: readonly Candidate[];
  readonly lateText: readonly Candidate[];
}

/** A scale of months is no finer than a month: an event stands in the middle of its own. */
const onOverview = (scale: TimeScale, { date }: TimelineEvent): number =>
  scale.counts === 'months'
    ? positionOn(scale, clamp(Math.floor(monthNumber(middleOf(date))), scale.first, scale.last - 1) + 0.5)
    : positionOfDay(scale, middleOf(date));

/** Events the overview alone has room for, and those that stand on the detail. */
function splitEvents({ overview, detail, events }: Timeline) {
  const inOrder = inTime(events);
  if (overview === null) return { early: [], late: inOrder };
  const late = inOrder.filter(({ date }) => isWithinSpan(date, detail) || !meets(date, overview));
  return { early: inOrder.filter((event) => !late.includes(event)), late };
}

function inputOf(annotation: Timeline, reading: ReadingBox): Input {
  const overview = annotation.overview && overviewScale(annotation.overview, reading.width);
  const detail = dayScale(annotation.detail, reading.width);
  const { early, late } = splitEvents(annotation);
  return {
    annotation,
    reading,
    overview,
    detail,
    early,
    late,
    earlyText: overview === null ? [] : early.map((event) => candidate(event, onOverview(overview, event), reading)),
    lateText: late.map((event) => candidate(event, positionOfDay(detail, middleOf(event.date)), reading)),
  };
}

interface Heights {
  readonly early: number;
  readonly months: number;
  readonly late: number;
  readonly step: number;
  readonly figure: number;
  readonly total: number;
}

function heightsOf(plan: Plan, input: Input, numeral: TextBlock | null): Heights {
  const { reading, earlyText, lateText } = input;
  const months = plan.overview ? chartType('small', reading.context).lineHeight + 12 : 0;
  const early = plan.overview ? tallest(earlyText) + FOOT_PX : 0;
  const step = tallest(lateText) + LEVEL_GAP_PX;
  const late = plan.levels === 0 || lateText.length === 0 ? 12 : plan.levels * step + FOOT_PX;
  const figure = numeral === null ? NUMBERS_PX : FIGURE_PX + numeral.height;
  const funnel = plan.overview ? FUNNEL_PX : 0;
  return { early, months, late, step, figure, total: early + months + funnel + late + figure };
}

function numeralBox(block: TextBlock, input: Input, axisY: number): Box {
  const { annotation, detail, reading } = input;
  const from = positionOfDay(detail, annotation.period?.from.first ?? annotation.detail.first);
  const left = clamp(from, 0, reading.width - block.width);
  const top = axisY + FIGURE_PX;
  return { left, right: left + block.width, top, bottom: top + block.height };
}

const placed = (
  events: readonly TimelineEvent[],
  texts: readonly Candidate[],
  spots: readonly (Spot | null)[],
): readonly PlacedEvent[] => events.map((event, i) => ({ event, u: texts[i]?.u ?? 0, spot: spots[i] ?? null }));

const costOf = (spots: readonly (Spot | null)[]): number => spots.reduce((sum, spot) => sum + (spot?.cost ?? 60), 0);

interface Tried {
  readonly layout: WideLayout;
  readonly cost: number;
}

function axisAbove(
  y: number,
  top: number,
  scale: TimeScale,
  input: Input,
): { readonly axis: PlacedAxis; readonly cost: number } {
  const height = tallest(input.earlyText);
  const room: Room = {
    width: input.reading.width,
    axisY: y,
    tops: [top, Math.max(top, y - FOOT_PX - height)],
    footPx: 6,
    below: null,
    occupied: [],
  };
  const spots = placeEvents(input.earlyText, room);
  return {
    axis: { y, scale, events: placed(input.early, input.earlyText, spots) },
    cost: costOf(spots),
  };
}

function figureOf(plan: Plan, { annotation, reading }: Input): TextBlock | null {
  if (annotation.period === null || plan.numeral === 'none') return null;
  return measured(numeralText(annotation.period, reading.context, plan.numeral), Math.min(320, reading.width), reading);
}

interface Levels {
  readonly top: number;
  readonly overviewY: number;
  readonly funnelY: number;
  readonly axisY: number;
  readonly textTops: readonly number[];
}

/** Spare height goes to the feet of the stems and to the funnel, never more than keeps the chart together. */
function levelsOf(plan: Plan, heights: Heights, input: Input): Levels | null {
  const { reading } = input;
  const room = reading.bottom - reading.top - 8;
  if (heights.total > room) return null;
  const spare = Math.min(room - heights.total, plan.overview ? 170 : 60);
  const top = reading.top + 4 + (room - heights.total - spare) / 2;
  const overviewY = top + heights.early + (plan.overview ? spare * 0.25 : 0);
  const funnelY = plan.overview ? overviewY + heights.months + FUNNEL_PX + spare * 0.25 : top;
  const axisY = funnelY + heights.late + spare * (plan.overview ? 0.5 : 1);
  const lowest = axisY - FOOT_PX - Math.min(26, spare * 0.2) - tallest(input.lateText);
  const tops = Array.from({ length: plan.levels }, (_, k) => lowest - k * (heights.step + spare * 0.06));
  return { top, overviewY, funnelY, axisY, textTops: tops.filter((y) => y >= funnelY) };
}

function attempt(plan: Plan, input: Input): Tried | null {
  const { annotation, reading } = input;
  const block = figureOf(plan, input);
  const levels = levelsOf(plan, heightsOf(plan, input, block), input);
  if (levels === null || (block?.width ?? 0) > reading.width) return null;
  const { top, overviewY, funnelY, axisY, textTops } = levels;
  const numeral = block === null ? null : { block, box: numeralBox(block, input, axisY) };
  const belowTop = axisY + (annotation.period === null ? NUMBERS_PX + 8 : BRACKET_PX + 12);
  const spots = placeEvents(input.lateText, {
    width: reading.width,
    axisY,
    tops: textTops,
    footPx: FOOT_PX - 2,
    below: { stemTop: axisY + NUMBERS_PX, top: belowTop, bottom: reading.bottom - 4, elbowPx: 22 },
    occupied: numeral === null ? [] : [numeral.box],
  });
  const above = plan.overview && input.overview ? axisAbove(overviewY, top, input.overview, input) : null;
  const detail = { y: axisY, scale: input.detail, events: placed(input.late, input.lateText, spots) };
  return {
    layout: { overview: above?.axis ?? null, detail, funnelY, numeral },
    cost: plan.cost + costOf(spots) + (above?.cost ?? 0),
  };
}

/** The fullest chart that fits the box; only an absurdly small one gets null. */
export function layOutWide(annotation: Timeline, reading: ReadingBox): Tried | null {
  const input = inputOf(annotation, reading);
  let best: Tried | null = null;
  for (const plan of plansFor(annotation, PLANS)) {
    if (best !== null && best.cost <= plan.cost + SHORTENED / 2) break;
    const tried = attempt(plan, input);
    if (tried !== null && (best === null || tried.cost < best.cost)) best = tried;
  }
  return best;
}
