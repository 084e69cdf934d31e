import type { LngLat } from '../lng-lat.ts';

/** A cubic Bézier curve through four control points, sampled at `count + 1` points. */
export function sampleBezier(
  [a, b, c, d]: readonly [LngLat, LngLat, LngLat, LngLat],
  count: number,
): readonly LngLat[] {
  const points: LngLat[] = [];
  for (let index = 0; index <= count; index += 1) {
    const t = index / count;
    const u = 1 - t;
    const [forA, forB, forC, forD] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push([
      a[0] * forA + b[0] * forB + c[0] * forC + d[0] * forD,
      a[1] * forA + b[1] * forB + c[1] * forC + d[1] * forD,
    ]);
  }
  return points;
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
