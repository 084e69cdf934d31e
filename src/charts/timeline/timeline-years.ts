import { clamp } from '../../geo/clamp.ts';
import { dayOfMonth, formatYear } from '../../i18n/format.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';
import { positionOn, type TimeScale, yearOfDay } from './timeline-scale.ts';

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
/** Ticks every two or twenty years are hard to count. */
const TICK_STEPS = [1, 5, 10, 50, 100, 500, 1000] as const;
/** Least distance between two ticks, and between two years' names. */
const TICK_PX = 12;
const GAP_PX = 22;

const startOfYear = (year: number): number => dayOfMonth(12 * year);

/** The years of a scale of days that are multiples of a step, as people count them: 100 BC, then 1, then 100. */
function yearsOn({ first, last }: TimeScale, step: number): readonly number[] {
  const [from, to] = [Math.floor(yearOfDay(first) / step) - 1, Math.ceil(yearOfDay(last) / step)];
  const counted = Array.from({ length: to - from + 1 }, (_, k) => (from + k) * step);
  const years = counted.map((count) => (count > 0 ? count : count < 0 ? count + 1 : step === 1 ? 0 : 1));
  return [...new Set(years)].filter((year) => startOfYear(year) >= first && startOfYear(year) < last);
}

const pixelsOf = (scale: TimeScale, step: number): number => positionOn(scale, scale.first + step * 365.2425);

/** Ticks of a scale too long for months: every year, or every so many that they do not make a bar. */
export function yearTicks(scale: TimeScale): readonly number[] {
  const step = TICK_STEPS.find((each) => pixelsOf(scale, each) >= TICK_PX) ?? 1000;
  return yearsOn(scale, step).map((year) => positionOn(scale, startOfYear(year)));
}

export interface YearLabel {
  readonly year: number;
  readonly text: string;
  readonly block: TextBlock;
  /** Middle of the name. */
  readonly u: number;
}

/** At the ends of an axis a name moves in, and may come too near to the next one. */
const isApart = ({ u, block }: YearLabel, at: number, all: readonly YearLabel[]): boolean => {
  const before = all[at - 1];
  return before === undefined || u - before.u >= (block.width + before.block.width) / 2 + GAP_PX / 2;
};

/** Names of as many round years as have room: in the middle of the year where all are named, else at its beginning. */
export function yearLabels(scale: TimeScale, locale: string, write: (text: string) => TextBlock): readonly YearLabel[] {
  const hasEra = yearOfDay(scale.first) <= 0;
  for (const step of STEPS) {
    const roomPx = pixelsOf(scale, step) - GAP_PX;
    if (roomPx <= 0) continue;
    const inside = step === 1 ? pixelsOf(scale, 1) / 2 : 0;
    const labels = yearsOn(scale, step).map((year) => {
      const text = formatYear(year, locale, hasEra);
      const block = write(text);
      const half = block.width / 2;
      return { year, text, block, u: clamp(positionOn(scale, startOfYear(year)) + inside, half, scale.width - half) };
    });
    if (labels.every(({ block }) => block.width <= roomPx)) return labels.filter(isApart);
  }
  return [];
}
