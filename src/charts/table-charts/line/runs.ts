import type { ScreenPoint } from '../../../geo/lng-lat.ts';

/** Points one after another, parted where one is missing. */
export function runsOf(points: readonly (ScreenPoint | null)[]): readonly (readonly ScreenPoint[])[] {
  const gaps = points.flatMap((point, index) => (point === null ? [index] : []));
  const ends = [...gaps, points.length];
  return ends
    .map((end, run) => points.slice(run === 0 ? 0 : (gaps[run - 1] ?? 0) + 1, end).filter((point) => point !== null))
    .filter((run) => run.length > 0);
}
