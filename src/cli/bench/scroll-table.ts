import type { ScrollFrame } from './measure/measure-scroll.ts';
import { renderTable } from './render-table.ts';

/** The value that a share of all values does not exceed; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Two frames of a screen of sixty hertz, less what its clock is off: between the two, one was not shown. */
const DROPPED_MS = 25;

/** The share of frames that came too late for the screen's next refresh, from 0 to 1. */
export const droppedShare = (frames: readonly ScrollFrame[]): number =>
  frames.filter(({ intervalMs }) => intervalMs > DROPPED_MS).length / Math.max(1, frames.length);

const HEAD = ['', 'frames', 'main median', 'main p95', 'interval median', 'interval p95', 'dropped %'];

function rowOf(name: string, frames: readonly ScrollFrame[]): readonly string[] {
  const main = frames.map(({ mainMs }) => mainMs);
  const interval = frames.map(({ intervalMs }) => intervalMs);
  const figures = [main, interval].flatMap((all) => [quantile(all, 0.5), quantile(all, 0.95)]);
  const dropped = (droppedShare(frames) * 100).toFixed(1);
  return [name, String(frames.length), ...figures.map((ms) => ms.toFixed(1)), dropped];
}

/** Milliseconds a frame: all of them, then section by section as they are told. */
export function renderScrollTable(name: string, frames: readonly ScrollFrame[]): string {
  const sections = [...new Set(frames.map(({ section }) => section))];
  const rows = [
    HEAD,
    rowOf(name, frames),
    ...sections.map((id) =>
      rowOf(
        `  ${id}`,
        frames.filter(({ section }) => section === id),
      ),
    ),
  ];
  return renderTable(rows);
}
