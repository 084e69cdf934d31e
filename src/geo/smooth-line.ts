import type { LngLat } from './lng-lat.ts';

/** A cubic Bézier curve through four control points, sampled at `count + 1` points. */
export function sampleBezier(
  [a, b, c, d]: readonly [LngLat, LngLat, LngLat, LngLat],
  count: number,
): readonly LngLat[] {
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count;
    const u = 1 - t;
    const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const;
    const blend = (axis: 0 | 1): number =>
      a[axis] * weights[0] + b[axis] * weights[1] + c[axis] * weights[2] + d[axis] * weights[3];
    return [blend(0), blend(1)];
  });
}

const mirror = (a: LngLat, b: LngLat): LngLat => [2 * a[0] - b[0], 2 * a[1] - b[1]];

/** A curve through every vertex (Catmull–Rom), so that a line of few vertices shows no corners. */
export function smoothLine(line: readonly LngLat[], perSegment: number): readonly LngLat[] {
  if (line.length < 3) return line;
  const pieces = line.slice(1).map((end, index) => {
    const start = line[index] ?? end;
    const before = line[index - 1] ?? mirror(start, end);
    const after = line[index + 2] ?? mirror(end, start);
    const leaving: LngLat = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6];
    const arriving: LngLat = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6];
    return sampleBezier([start, leaving, arriving, end], perSegment);
  });
  return pieces.flatMap((piece, index) => (index === 0 ? piece : piece.slice(1)));
}
