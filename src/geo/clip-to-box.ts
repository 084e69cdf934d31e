import type { Box, ScreenPoint } from './lng-lat.ts';

type Edge = { readonly axis: 0 | 1; readonly at: number; readonly sign: 1 | -1 };

const edgesOf = ({ left, top, right, bottom }: Box): readonly Edge[] => [
  { axis: 0, at: left, sign: 1 },
  { axis: 0, at: right, sign: -1 },
  { axis: 1, at: top, sign: 1 },
  { axis: 1, at: bottom, sign: -1 },
];

const isInside = (point: ScreenPoint, { axis, at, sign }: Edge): boolean => (point[axis] - at) * sign >= 0;

function crossing(a: ScreenPoint, b: ScreenPoint, { axis, at }: Edge): ScreenPoint {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  return axis === 0 ? [at, a[1] + (b[1] - a[1]) * share] : [a[0] + (b[0] - a[0]) * share, at];
}

function clipRingAt(ring: readonly ScreenPoint[], edge: Edge): readonly ScreenPoint[] {
  return ring.flatMap((point, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] ?? point;
    const [was, is] = [isInside(before, edge), isInside(point, edge)];
    if (was === is) return is ? [point] : [];
    return is ? [crossing(before, point, edge), point] : [crossing(before, point, edge)];
  });
}

/** The part of a polygon's ring inside a box (Sutherland–Hodgman); empty where they do not meet. */
export const clipRing = (ring: readonly ScreenPoint[], box: Box): readonly ScreenPoint[] =>
  edgesOf(box).reduce(clipRingAt, ring);

function clipSegment(a: ScreenPoint, b: ScreenPoint, box: Box): readonly [ScreenPoint, ScreenPoint] | null {
  let [from, to] = [a, b];
  for (const edge of edgesOf(box)) {
    const [first, last] = [isInside(from, edge), isInside(to, edge)];
    if (!first && !last) return null;
    if (!first) from = crossing(from, to, edge);
    if (!last) to = crossing(from, to, edge);
  }
  return [from, to];
}

/** The pieces of a line inside a box. */
export function clipLine(line: readonly ScreenPoint[], box: Box): readonly (readonly ScreenPoint[])[] {
  const pieces: ScreenPoint[][] = [];
  let last: ScreenPoint | null = null;
  for (const [index, end] of line.entries()) {
    const start = line[index - 1];
    const kept = start ? clipSegment(start, end, box) : null;
    if (!kept) continue;
    if (last && last[0] === kept[0][0] && last[1] === kept[0][1]) pieces.at(-1)?.push(kept[1]);
    else pieces.push([...kept]);
    last = kept[1];
  }
  return pieces;
}
