import { ticks as roundTicks, utcTicks } from 'd3';
import { dateOfDay, formatYear } from '../../../i18n/format.ts';
import { measured, middleAt, type ReadingBox } from '../../reading-box.ts';
import { dayName, monthName, monthNumber, yearOfDay } from '../../timeline/timeline-scale.ts';
import { type ChartData, keyPosition } from '../chart-data.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';
import { tickWriter } from './format-value.ts';
import { textParts } from './text-parts.ts';

const DAY_MS = 86_400_000;
const AXIS: Over = [0, 0.15];
const TICK_PX = { date: 46, year: 58, number: 64, name: 76 } as const;
const NAME_PX = 76;
const AIR_PX = 8;

/** One mark of an axis: what it says, and what it says below where that changes. */
export interface KeyTick {
  readonly at: number;
  readonly text: string;
  readonly below: string;
}

/** Keys along a width: from where to where they reach. */
export interface KeyScale {
  /** Pixels from the plot's reading start. */
  readonly at: (key: number) => number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly KeyTick[];
}

type Grain = 'year' | 'month' | 'day';

function grainOf(days: readonly number[]): Grain {
  const step = (days[1] ?? 0) - (days[0] ?? 0);
  if (days.length < 2) return 'day';
  return step >= 360 ? 'year' : step >= 27 ? 'month' : 'day';
}

/** A tick's own name, and the name of the greater time it lies in. */
function timeNames(day: number, grain: Grain, locale: string): readonly [string, string] {
  const year = formatYear(yearOfDay(day), locale);
  const month = monthName(Math.floor(monthNumber(day)), locale, 'short');
  if (grain === 'year') return [year, ''];
  return grain === 'month' ? [month, year] : [dayName(day, locale), month];
}

/** Of names that repeat, the first of a run. */
const whereNew = (names: readonly string[]): readonly string[] =>
  names.map((name, index) => (name === names[index - 1] ? '' : name));

function timeTicks([from, to]: readonly [number, number], count: number, locale: string): readonly KeyTick[] {
  const days = utcTicks(dateOfDay(from), dateOfDay(to), count).map((date) => date.getTime() / DAY_MS);
  const whole = days.filter(Number.isInteger);
  const grain = grainOf(whole);
  const names = whole.map((day) => timeNames(day, grain, locale));
  const below = whereNew(names.map(([, name]) => name));
  return whole.map((at, index) => ({ at, text: names[index]?.[0] ?? '', below: below[index] ?? '' }));
}

function figureTicks([from, to]: readonly [number, number], count: number, isYear: boolean, locale: string) {
  const found = roundTicks(from, to, count).filter((tick) => !isYear || Number.isInteger(tick));
  const write = isYear ? (year: number) => formatYear(year, locale) : tickWriter(locale, found);
  return found.map((at): KeyTick => ({ at, text: write(at), below: '' }));
}

/** Where keys stand along a width; names stand as far apart as they can. */
export function keyScale(data: ChartData, width: number, locale: string): KeyScale {
  const positions = data.keys.map((_, index) => keyPosition(data, index));
  const [low, high] = [Math.min(...positions), Math.max(...positions)];
  const domain: readonly [number, number] = low < high ? [low, high] : [low - 1, high + 1];
  const count = Math.max(2, Math.floor(width / TICK_PX[data.keyType]));
  const ticks = {
    date: () => timeTicks(domain, count, locale),
    year: () => figureTicks(domain, count, true, locale),
    number: () => figureTicks(domain, count, false, locale),
    name: () => data.keyLabels.map((text, at): KeyTick => ({ at, text, below: '' })),
  }[data.keyType]();
  return { at: (key) => ((key - domain[0]) / (domain[1] - domain[0])) * width, domain, ticks };
}

interface PlacedTick {
  readonly tick: KeyTick;
  readonly parts: readonly ChartPart[];
  readonly left: number;
  readonly right: number;
}

/** Every one, every second, every third …: as many as stand clear of one another. */
function apart(all: readonly PlacedTick[]): readonly PlacedTick[] {
  const isClear = (ticks: readonly PlacedTick[]): boolean =>
    ticks.every(({ left }, index) => index === 0 || left >= (ticks[index - 1]?.right ?? 0) + AIR_PX);
  const steps = all.map((_, index) => all.filter((__, at) => at % (index + 1) === 0));
  return steps.find(isClear) ?? [];
}

/** Names of ticks below a plot, those that would touch one before them left out. */
export function keyAxisParts(
  { at, ticks }: KeyScale,
  reading: ReadingBox,
  plot: { readonly from: number; readonly to: number; readonly bottom: number },
): readonly ChartPart[] {
  const widest = ticks.length > 1 ? (plot.to - plot.from) / (ticks.length - 1) : plot.to - plot.from;
  const all = ticks.map((tick, index): PlacedTick => {
    const lines = [tick.text, tick.below].map(
      (text, row) => ({ text, role: 'small', tone: row === 0 ? 'ink-2' : 'ink' }) as const,
    );
    const block = measured(lines, Math.max(widest - AIR_PX, NAME_PX), reading);
    const half = block.width / 2;
    const u = Math.max(half, Math.min(reading.width - half, plot.from + at(tick.at)));
    const parts = textParts(block, middleAt(reading, u, plot.bottom + 6), `${reading.key}/key/${index}`, AXIS);
    return { tick, parts, left: u - half, right: u + half };
  });
  const placed = apart(all);
  const d = placed.map(({ tick }) => `M${reading.x(plot.from + at(tick.at))} ${Math.round(plot.bottom)}v4`).join('');
  const mark = { type: 'path', key: `${reading.key}/keys`, stroke: 'ink-3', strokeWidth: 1, d } as const;
  return [{ how: 'fade', over: AXIS, mark }, ...placed.flatMap(({ parts }) => parts)];
}

/** How high the names of ticks are: one line, or two where a greater time stands below. */
export function keyAxisHeight({ ticks }: KeyScale, reading: ReadingBox, width: number): number {
  const widest = ticks.length > 1 ? width / (ticks.length - 1) : width;
  const heights = ticks.map(({ text, below }) => {
    const lines = [text, below].map((line) => ({ text: line, role: 'small', tone: 'ink-2' }) as const);
    return measured(lines, Math.max(widest - AIR_PX, NAME_PX), reading).height;
  });
  return Math.max(0, ...heights) + 6;
}
