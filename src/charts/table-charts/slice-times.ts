import { REST } from '../../story/timeline.ts';
import { dayOf } from './chart-columns.ts';
import { type ChartData, keyPosition } from './chart-data.ts';
import type { Over } from './parts/chart-part.ts';

/** When lines and areas grow, in shares of the chart's own time: after its axes, before the words at their ends. */
export const GROW: Over = [0.12, 0.85];

function positionOf({ keyType, keys }: ChartData, time: string): number {
  if (keyType === 'date') return dayOf(time);
  return keyType === 'name' ? keys.indexOf(time) : Number(time);
}

/**
 * The moments of a chart's own time (0–1) at which what grows along its keys has come to each of several times; null where
 * one lies outside its keys, or they do not ascend along them.
 */
export function momentsOf(data: ChartData, times: readonly string[]): readonly number[] | null {
  const [low, high] = [keyPosition(data, 0), keyPosition(data, data.keys.length - 1)];
  const positions = times.map((time) => positionOf(data, time));
  const isWithin = positions.every(
    (at, index) => at >= low && at <= high && (index === 0 || at > (positions[index - 1] ?? at)),
  );
  if (!isWithin || positions.length < 2 || !(high > low)) return null;
  return positions.map((at) => GROW[0] + ((GROW[1] - GROW[0]) * (at - low)) / (high - low));
}

/** What a chart along times shows while a data layer of its section runs: as far as the layer has come, and all at its end. */
export function inStepWith(data: ChartData, times: readonly string[] = []) {
  const moments = momentsOf(data, times);
  return moments === null ? { data } : { data: { ...data, moments }, draw: [REST.start, REST.end] as const };
}
