import type { Box } from '../../geo/lng-lat.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';
import { chartType, runInBlock } from '../chart-text.ts';
import { measured, type ReadingBox } from '../reading-box.ts';
import { endsOf, meets, middleOf } from './timeline-dates.ts';
import { plansFor } from './timeline-place.ts';
import { dayScale, momentName, overviewScale, positionOfDay, type TimeScale } from './timeline-scale.ts';
import { eventText, numeralText, numeralWords, type Timeline, type TimelineEvent } from './timeline-texts.ts';

/** One line of the list beside the upright axis. */
export interface StackedRow {
  readonly id: string;
  /** Height of its day on the axis. */
  readonly dayY: number;
  readonly block: TextBlock;
  readonly box: Box;
  readonly event: boolean;
}

/** Days or years from the top of the screen down. */
export interface UprightAxis {
  readonly top: number;
  readonly bottom: number;
  readonly scale: TimeScale;
}

/** The height of a day on the axis; days outside stand at its ends. */
export function dayY({ top, scale }: UprightAxis, day: number): number {
  return top + positionOfDay(scale, day);
}

/** For a narrow box: the months or years in a strip, the days or years down an upright axis with their texts as a list, the figure at the foot. */
export interface StackedLayout {
  readonly overview: { readonly y: number; readonly scale: TimeScale } | null;
  readonly funnelY: number;
  readonly axis: UprightAxis;
  readonly rows: readonly StackedRow[];
  readonly figure: Placed | null;
  readonly words: Placed | null;
}

interface Placed {
  readonly block: TextBlock;
  readonly box: Box;
}

/** Across the box: bracket, axis, and where the texts begin. */
export const BRACKET_U = 3;
export const AXIS_U = 18;
export const TEXT_U = 44;
const ROW_GAP_PX = 5;
const FUNNEL_PX = 20;
const TALLEST_SHEET_PX = 600;
const EDGE_PX = 4;

interface Plan {
  readonly overview: boolean;
  readonly ends: boolean;
  readonly words: boolean;
  /** The body begins behind its head instead of below it. */
  readonly runIn: boolean;
}

/** What is given up first where height is short. Bodies are kept: a bare date says nothing. */
const PLANS: readonly Plan[] = [
  { overview: true, ends: true, words: true, runIn: false },
  { overview: true, ends: false, words: true, runIn: false },
  { overview: true, ends: false, words: true, runIn: true },
  { overview: false, ends: false, words: true, runIn: false },
  { overview: false, ends: false, words: true, runIn: true },
  { overview: false, ends: false, words: false, runIn: true },
];

interface Entry {
  readonly id: string;
  /** Counted from 1970. */
  readonly day: number;
  readonly block: TextBlock;
  readonly event: boolean;
}

function blockOf(event: TimelineEvent, plan: Plan, width: number, reading: ReadingBox): TextBlock {
  const [head, body] = eventText(event, event.body);
  if (plan.runIn && head !== undefined && body !== undefined) return runInBlock(head, body, width, reading.context);
  return measured(eventText(event, event.body), width, reading);
}

function entriesOf(plan: Plan, annotation: Timeline, reading: ReadingBox): readonly Entry[] {
  const width = reading.width - TEXT_U;
  const { detail } = annotation;
  const inDetail = annotation.events.filter(({ date }) => meets(date, detail));
  const events = inDetail.map((event): Entry => {
    const day = middleOf(event.date);
    return { id: event.id, day, block: blockOf(event, plan, width, reading), event: true };
  });
  const { period } = annotation;
  const ends = plan.ends && period !== null ? endsOf(period) : [];
  const extra = ends
    .map((end, i) => ({ ...end, day: i === 0 ? end.first : end.last }))
    .filter((end) => meets(end, detail) && !inDetail.some(({ date }) => date.first === end.first))
    .map((end, i): Entry => {
      const text = momentName(end, reading.context.locale, 'day-month');
      return {
        id: `end-${i}`,
        day: end.day,
        block: measured([{ text, role: 'callout-head', tone: 'red' }], width, reading),
        event: false,
      };
    });
  return [...events, ...extra].sort((a, b) => a.day - b.day);
}

/** The figure with its words beside it, or below it where it is too wide for that. */
function footOf(
  plan: Plan,
  annotation: Timeline,
  reading: ReadingBox,
): { readonly figure: Placed; readonly words: Placed | null; readonly height: number } | null {
  const { period } = annotation;
  if (period === null) return null;
  const figure = measured(numeralText(period, reading.context, 'figure'), reading.width, reading);
  const figureBox: Box = { left: 0, right: figure.width, top: 0, bottom: figure.height };
  const beside = reading.width - figure.width - 16;
  const sideways = beside >= 120;
  const words = plan.words ? measured(numeralWords(period), sideways ? beside : reading.width, reading) : null;
  if (words === null) return { figure: { block: figure, box: figureBox }, words: null, height: figure.height };
  const left = sideways ? figure.width + 16 : 0;
  const height = sideways ? Math.max(figure.height, words.height) : figure.height + words.height;
  const top = sideways ? height - words.height : figure.height;
  const drop = sideways ? height - figure.height : 0;
  return {
    figure: { block: figure, box: { ...figureBox, top: drop, bottom: drop + figure.height } },
    words: { block: words, box: { left, right: left + words.width, top, bottom: top + words.height } },
    height,
  };
}

/** Rows as near to their days as their heights allow, in order, none over another. */
function spreadRows(
  entries: readonly Entry[],
  axis: UprightAxis,
  top: number,
  bottom: number,
  headMiddle: number,
): readonly StackedRow[] {
  let free = top;
  const down = entries.map(({ day, block }) => {
    const y = Math.max(free, dayY(axis, day) - headMiddle);
    free = y + block.height + ROW_GAP_PX;
    return y;
  });
  let limit = bottom;
  const tops = [...down];
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    const height = entries[i]?.block.height ?? 0;
    tops[i] = Math.min(tops[i] ?? 0, limit - height);
    limit = (tops[i] ?? 0) - ROW_GAP_PX;
  }
  return entries.map(({ id, day, block, event }, i) => {
    const y = tops[i] ?? top;
    return {
      id,
      dayY: dayY(axis, day),
      block,
      event,
      box: { left: TEXT_U, right: TEXT_U + block.width, top: y, bottom: y + block.height },
    };
  });
}

const moved = (placed: Placed, by: number): Placed => ({
  ...placed,
  box: { ...placed.box, top: placed.box.top + by, bottom: placed.box.bottom + by },
});

function attempt(plan: Plan, annotation: Timeline, reading: ReadingBox): StackedLayout | null {
  const entries = entriesOf(plan, annotation, reading);
  const foot = footOf(plan, annotation, reading);
  const monthRow = chartType('small', reading.context).lineHeight;
  const height = Math.min(reading.bottom - reading.top, TALLEST_SHEET_PX);
  const first = (reading.top + reading.bottom - height) / 2 + EDGE_PX;
  const last = (reading.top + reading.bottom + height) / 2 - EDGE_PX;
  const overviewY = first + 4;
  const funnelY = plan.overview ? overviewY + monthRow + 12 + FUNNEL_PX : first;
  const textTop = funnelY + (plan.overview ? 6 : 2);
  const textBottom = last - (foot === null ? 0 : foot.height + 8);
  const needed = entries.reduce((sum, { block }) => sum + block.height + ROW_GAP_PX, -ROW_GAP_PX);
  const widest = Math.max(
    foot?.figure.box.right ?? 0,
    foot?.words?.box.right ?? 0,
    ...entries.map(({ block }) => TEXT_U + block.width),
  );
  if (needed > textBottom - textTop || textBottom - textTop < 80 || widest > reading.width) return null;
  const headMiddle = chartType('callout-head', reading.context).lineHeight / 2;
  const [top, bottom] = [textTop + headMiddle - 4, textBottom - 8];
  const scale = dayScale(annotation.detail, bottom - top);
  const axis: UprightAxis = { top, bottom, scale };
  const footTop = textBottom + 8;
  return {
    overview:
      annotation.overview && plan.overview
        ? { y: overviewY, scale: overviewScale(annotation.overview, reading.width) }
        : null,
    funnelY,
    axis,
    rows: spreadRows(entries, axis, textTop, textBottom, headMiddle),
    figure: foot === null ? null : moved(foot.figure, footTop),
    words: foot === null || foot.words === null ? null : moved(foot.words, footTop),
  };
}

/** The fullest stack that fits, or null where the list does not fit at all. */
export function layOutStacked(annotation: Timeline, reading: ReadingBox): StackedLayout | null {
  for (const plan of plansFor(annotation, PLANS)) {
    const layout = attempt(plan, annotation, reading);
    if (layout !== null) return layout;
  }
  return null;
}
