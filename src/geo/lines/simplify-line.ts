import { distanceToSegment, type Point } from './segments.ts';

function farthest(
  line: readonly Point[],
  from: number,
  to: number,
): { readonly index: number; readonly distance: number } {
  let [index, distance] = [from, 0];
  const [a, b] = [line[from], line[to]];
  for (let at = from + 1; at < to; at += 1) {
    const point = line[at];
    const found = point && a && b ? distanceToSegment(point, a, b) : 0;
    if (found > distance) [index, distance] = [at, found];
  }
  return { index, distance };
}

/** Douglas–Peucker: keeps the ends, and every vertex without which the line would move by more than `tolerance`. */
export function simplifyLine(line: readonly Point[], tolerance: number): readonly Point[] {
  const kept = new Set([0, line.length - 1]);
  const open: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const { index, distance } = farthest(line, from, to);
    if (distance <= tolerance) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  return line.filter((_, index) => kept.has(index));
}
