import type { PathMark } from '../../marks/mark.ts';
import { pathAlong, type ReadingBox } from '../reading-box.ts';
import { stroke, type Timeline } from './timeline-texts.ts';

/** Thinner than the period's bar: what is known less exactly is not to outweigh it. */
const BAR_PX = 5;
/** Beside the axis. */
export const OPEN_BAR_OFFSET_PX = 9;
/** Past the last day on record it lets go over so many pixels, in so many steps. */
const FADE_PX = 42;
const FADE_STEPS = 6;

/** An axis of days, along which and beside which bars are drawn. */
export interface BarAxis {
  readonly positionOf: (day: number) => number;
  readonly end: number;
  /** A position along the axis as a point of the chart. */
  readonly pointAt: (position: number) => readonly [u: number, y: number];
}

/**
 * What went on from an event: a bar, whole as far as it is on record, without an end beyond.
 * @param drawn how far each has grown, 0–1
 */
export function openBars(
  { events }: Pick<Timeline, 'events'>,
  { positionOf, end, pointAt }: BarAxis,
  drawn: number,
  reading: ReadingBox,
): readonly PathMark[] {
  if (drawn <= 0) return [];
  return events.flatMap(({ id, date, knownUntil }): readonly PathMark[] => {
    if (knownUntil === undefined) return [];
    const [from, known] = [positionOf(date.first), positionOf(knownUntil.last)];
    const step = Math.max(0, Math.min(FADE_PX, end - known)) / FADE_STEPS;
    const piece = (name: string, start: number, stop: number): PathMark =>
      stroke(reading, `${id}/${name}`, pathAlong(reading, [pointAt(start), pointAt(stop)]), BAR_PX, 1, 'red');
    const whole = piece('open', from, from + (known - from) * drawn);
    if (drawn < 1) return [whole];
    const fading = Array.from({ length: FADE_STEPS }, (_, k) => ({
      ...piece(`open/${k}`, known + k * step, known + (k + 1) * step),
      opacity: Math.round((1 - (k + 0.5) / FADE_STEPS) * 100) / 100,
    }));
    return [whole, ...fading];
  });
}
