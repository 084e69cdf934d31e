import { clamp } from '../../geo/clamp.ts';
import { formatDay, formatYear } from '../../i18n/format.ts';
import type { Mark, TextMark } from '../../marks/mark.ts';
import { blockMarks } from '../chart-text.ts';
import { middleAt, pathAlong, type ReadingBox } from '../reading-box.ts';
import { endsOf, isWithinSpan, type Moment } from './timeline-dates.ts';
import { label, ticks } from './timeline-months.ts';
import {
  dayName,
  monthName,
  monthNumber,
  positionOfDay,
  positionOn,
  steps,
  type TimeScale,
  yearOfDay,
} from './timeline-scale.ts';
import { stroke, type Timeline } from './timeline-texts.ts';
import type { PlacedAxis } from './timeline-wide.ts';
import { yearLabels, yearTicks } from './timeline-years.ts';

interface DayLabel {
  readonly u: number;
  readonly text: string;
  readonly kind: 'end' | 'event' | 'scale';
  /** Which part of it is at `u`. */
  readonly at: 'start' | 'middle';
}

const STYLES = {
  end: { role: 'callout-head', tone: 'red' },
  event: { role: 'callout-body', tone: 'ink' },
  scale: { role: 'small', tone: 'ink' },
} as const;

/** Nearer than this, ticks are a bar. */
const TICK_PX = 7;

/** First days of the months on a scale, with the first day of all. */
function monthStarts({ first, last }: TimeScale): readonly number[] {
  return steps(first, last + 1).filter((day) => day === first || Number.isInteger(monthNumber(day)));
}

/** Where ticks stand: by days, months or years, as long as they are apart. */
export function detailTicks(scale: TimeScale): readonly number[] {
  const ends = [0, scale.width];
  if (scale.grain === 'year') return [...ends, ...yearTicks(scale)];
  const counted = scale.grain === 'day' ? steps(scale.first, scale.last + 1) : monthStarts(scale);
  const apart = scale.width / Math.max(1, counted.length - 1);
  return apart >= TICK_PX ? counted.map((day) => positionOn(scale, day)) : ends;
}

/** A date in as few figures as the axis leaves to say: its day, its day and month, or its year. */
function shortName(date: Moment, scale: TimeScale, locale: string): string {
  const { first, exactness } = date;
  const { grain } = scale;
  const hasEra = yearOfDay(scale.first) <= 0;
  if (exactness === 'years') return '';
  if (grain === 'year' || exactness === 'year') return formatYear(yearOfDay(first), locale, hasEra);
  if (exactness === 'month') return monthName(Math.floor(monthNumber(first)), locale, 'short');
  return grain === 'day' ? dayName(first, locale) : formatDay(first, locale, 'day-month');
}

function scaleLabels(scale: TimeScale, reading: ReadingBox): readonly DayLabel[] {
  const { locale } = reading.context;
  if (scale.grain === 'year') {
    const named = yearLabels(scale, locale, (text) => label(text, 'ink', 'small', reading));
    return named.map(({ text, u }) => ({ u, text, kind: 'scale', at: 'middle' }));
  }
  return monthStarts(scale).map((day): DayLabel => {
    const month = Math.floor(monthNumber(day));
    const isYear = scale.grain === 'month' && month % 12 === 0;
    const text = isYear ? formatYear(month / 12, locale) : monthName(month, locale, 'short');
    return { u: positionOn(scale, day), text, kind: 'scale', at: 'start' };
  });
}

/** Ends of the period first, then events, then the names of what the axis counts. */
function wantedLabels({ scale, events }: PlacedAxis, { period }: Timeline, reading: ReadingBox): readonly DayLabel[] {
  const { locale } = reading.context;
  const ends = period === null ? [] : endsOf(period).filter((end) => isWithinSpan(end, scale));
  const labelOf = (date: Moment, u: number, kind: DayLabel['kind']): DayLabel => ({
    u,
    text: shortName(date, scale, locale),
    kind,
    at: 'middle',
  });
  const wanted = [
    ...ends.map((end, i) => labelOf(end, positionOfDay(scale, i === 0 ? end.first : end.last), 'end')),
    ...events.map(({ event, u }) => labelOf(event.date, u, 'event')),
    ...scaleLabels(scale, reading),
  ];
  return wanted.filter(({ text }) => text !== '');
}

/** Whatever finds no room beside a label that matters more is left out. */
function drawLabels(axis: PlacedAxis, annotation: Timeline, reading: ReadingBox): readonly TextMark[] {
  const { width } = axis.scale;
  const occupied: (readonly [left: number, right: number])[] = [];
  const said = new Set<string>();
  return wantedLabels(axis, annotation, reading).flatMap(({ u, text, kind, at }, i) => {
    const { role, tone } = STYLES[kind];
    const block = label(text, tone, role, reading);
    const half = block.width / 2;
    const centre = at === 'start' ? u + half : clamp(u, half, width - half);
    const crowded = occupied.some(([left, right]) => centre - half < right + 4 && left < centre + half + 4);
    if (centre + half > width || crowded || (kind === 'scale' && said.has(text))) return [];
    said.add(text);
    occupied.push([centre - half, centre + half]);
    return blockMarks(block, middleAt(reading, centre, axis.y + 7), `${reading.key}/day/${i}`);
  });
}

/** Where a date is not known to the day, the stretch it lies in. */
function drawStretches({ scale, events, y }: PlacedAxis, reading: ReadingBox): readonly Mark[] {
  return events.flatMap(({ event: { id, date } }) => {
    const [from, to] = [positionOfDay(scale, date.first), positionOfDay(scale, date.last + 1)];
    if (date.exactness === 'day' || to - from < 10) return [];
    const line = pathAlong(reading, [
      [from, y],
      [to, y],
    ]);
    return [stroke(reading, `${id}/stretch`, line, 4, 1)];
  });
}

/** Ticks and names below the axis of the detail, and what its events are not known more exactly than. */
export function drawDetailTicks(axis: PlacedAxis, annotation: Timeline, reading: ReadingBox): readonly Mark[] {
  return [
    stroke(reading, 'detail/ticks', ticks(detailTicks(axis.scale), axis.y, 5, reading), 1, 1),
    ...drawStretches(axis, reading),
    ...drawLabels(axis, annotation, reading),
  ];
}
