import { solveLeastSquares, solveLinear } from './solve-linear.ts';

type Point = readonly [number, number];

/** A position on the ground and the one in the picture that shows it. */
export interface Pair {
  readonly from: Point;
  readonly to: Point;
}

export const WARPS = ['affine', 'projective', 'thin-plate'] as const;
export type Warp = (typeof WARPS)[number];

/** As few points as decide each. */
export const MIN_POINTS: Readonly<Record<Warp, number>> = { affine: 3, projective: 4, 'thin-plate': 3 };

export type Transform = (point: Point) => Point;

/** Moves points to lie around 0, within 1 or so: sums of their powers keep their digits then. */
function normalizer(points: readonly Point[]) {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [cx, cy] = [mean(0), mean(1)];
  const reach = Math.max(...points.map(([x, y]) => Math.hypot(x - cx, y - cy)), Number.MIN_VALUE);
  return {
    to: ([x, y]: Point): Point => [(x - cx) / reach, (y - cy) / reach],
    back: ([x, y]: Point): Point => [x * reach + cx, y * reach + cy],
  };
}

function affine(pairs: readonly Pair[]): Transform | null {
  const along = (axis: 0 | 1) => solveLeastSquares(pairs.map(({ from: [x, y], to }) => [x, y, 1, to[axis]]));
  const [u, v] = [along(0), along(1)];
  if (u === null || v === null) return null;
  const at = ([a = 0, b = 0, c = 0]: readonly number[], [x, y]: Point): number => a * x + b * y + c;
  return (point) => [at(u, point), at(v, point)];
}

/** Direct linear transformation: eight numbers, as a photograph of a plane has them. */
function projective(pairs: readonly Pair[]): Transform | null {
  const rows = pairs.flatMap(({ from: [x, y], to: [u, v] }) => [
    [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
    [0, 0, 0, x, y, 1, -v * x, -v * y, v],
  ]);
  const found = solveLeastSquares(rows);
  if (found === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  return ([x, y]) => {
    const w = g * x + h * y + 1;
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
  };
}

/** Bookstein 1989: the bending that passes through all points and is smooth between them. */
function thinPlate(pairs: readonly Pair[]): Transform | null {
  const bend = ([ax, ay]: Point, [bx, by]: Point): number => {
    const squared = (ax - bx) ** 2 + (ay - by) ** 2;
    return squared === 0 ? 0 : squared * Math.log(squared);
  };
  const along = (axis: 0 | 1) =>
    solveLinear([
      ...pairs.map(({ from, to }) => [...pairs.map((other) => bend(from, other.from)), 1, ...from, to[axis]]),
      [...pairs.map(() => 1), 0, 0, 0, 0],
      [...pairs.map(({ from }) => from[0]), 0, 0, 0, 0],
      [...pairs.map(({ from }) => from[1]), 0, 0, 0, 0],
    ]);
  const [u, v] = [along(0), along(1)];
  if (u === null || v === null) return null;
  const at = (weights: readonly number[], point: Point): number => {
    const [base = 0, x = 0, y = 0] = weights.slice(pairs.length);
    const bent = pairs.reduce((sum, { from }, index) => sum + (weights[index] ?? 0) * bend(point, from), 0);
    return base + x * point[0] + y * point[1] + bent;
  };
  return (point) => [at(u, point), at(v, point)];
}

const FITS: Readonly<Record<Warp, (pairs: readonly Pair[]) => Transform | null>> = {
  affine,
  projective,
  'thin-plate': thinPlate,
};

/**
 * The transform that takes each pair's `from` to its `to`, or as near as it can.
 * @returns null where the points do not decide one, as where they lie on one line
 */
export function fitPoints(warp: Warp, pairs: readonly Pair[]): Transform | null {
  const from = normalizer(pairs.map((pair) => pair.from));
  const to = normalizer(pairs.map((pair) => pair.to));
  const found = FITS[warp](pairs.map((pair) => ({ from: from.to(pair.from), to: to.to(pair.to) })));
  return found && ((point) => to.back(found(from.to(point))));
}
