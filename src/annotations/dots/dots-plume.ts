import { clamp } from '../../geo/clamp.ts';
import { distanceBetween, pointBetween } from '../../geo/lines/segments.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';

/** The area the dots spread over: a curved axis, and how far from it they may stand at each length. In pixels at rest. */
export interface Plume {
  /** Points of the axis, `STEP_PX` apart, and its normals, x and y in turn. */
  readonly axis: Float64Array;
  readonly normals: Float64Array;
  readonly lengthPx: number;
  /** As far as this the dots keep together. */
  readonly neckPx: number;
  readonly spread: number;
}

const STEP_PX = 4;
const START_HALF_WIDTH_PX = 4;
/** Half the width of the plume where it begins to part, as a share of its length. */
const NECK_SHARE = 0.062;

/** Half the width of the plume `s` pixels along its axis. */
export function halfWidth(plume: Plume, s: number): number {
  const neckWidth = plume.lengthPx * NECK_SHARE;
  if (s < plume.neckPx) return START_HALF_WIDTH_PX + (neckWidth - START_HALF_WIDTH_PX) * (s / plume.neckPx) ** 0.8;
  return neckWidth + (s - plume.neckPx) * plume.spread;
}

/** The point `s` along the axis and `n` beside it. */
export function plumePoint(plume: Plume, s: number, n: number): ScreenPoint {
  const { axis, normals } = plume;
  const last = axis.length / 2 - 1;
  const position = clamp(s / STEP_PX, 0, last);
  const i = Math.min(Math.floor(position), last - 1);
  const u = position - i;
  const at = (values: Float64Array, k: number): number =>
    (values[2 * i + k] ?? 0) * (1 - u) + (values[2 * i + 2 + k] ?? 0) * u;
  return [at(axis, 0) + at(normals, 0) * n, at(axis, 1) + at(normals, 1) * n];
}

type Hermite = readonly [from: ScreenPoint, to: ScreenPoint, leaving: ScreenPoint, arriving: ScreenPoint];

function hermite([p, q, m, n]: Hermite, t: number): ScreenPoint {
  const t2 = t * t;
  const t3 = t2 * t;
  const value = (k: 0 | 1): number =>
    (2 * t3 - 3 * t2 + 1) * p[k] + (t3 - 2 * t2 + t) * m[k] + (-2 * t3 + 3 * t2) * q[k] + (t3 - t2) * n[k];
  return [value(0), value(1)];
}

const SAMPLES = 160;

/** Walks a fine polyline and keeps a point every `STEP_PX`. */
function evenly(points: readonly ScreenPoint[]): readonly ScreenPoint[] {
  const kept: ScreenPoint[] = [];
  let due = 0;
  let walked = 0;
  points.forEach((point, index) => {
    const before = points[index - 1] ?? point;
    const span = distanceBetween(before, point);
    for (; due <= walked + span; due += STEP_PX) {
      const u = span === 0 ? 0 : (due - walked) / span;
      kept.push(pointBetween(before, point, u));
    }
    walked += span;
  });
  return kept;
}

/**
 * @param from where everyone leaves
 * @param neck where they begin to part
 * @param end where the last of the axis is
 */
export function buildPlume(from: ScreenPoint, neck: ScreenPoint, end: ScreenPoint, spread: number): Plume {
  const first: ScreenPoint = [neck[0] - from[0], neck[1] - from[1]];
  const second: ScreenPoint = [end[0] - neck[0], end[1] - neck[1]];
  const [a, b] = [Math.hypot(...first) || 1, Math.hypot(...second) || 1];
  const turn: ScreenPoint = [first[0] / a + second[0] / b, first[1] / a + second[1] / b];
  const scaled = ([x, y]: ScreenPoint, k: number): ScreenPoint => [x * k, y * k];
  const legs: readonly Hermite[] = [
    [from, neck, first, scaled(turn, a / 2)],
    [neck, end, scaled(turn, b / 2), second],
  ];
  const fine = legs.flatMap((leg) => Array.from({ length: SAMPLES + 1 }, (_, k) => hermite(leg, k / SAMPLES)));
  const points = evenly(fine);
  const lengthPx = Math.max(STEP_PX, (points.length - 1) * STEP_PX);
  return {
    axis: Float64Array.from(points.flat()),
    normals: Float64Array.from(points.flatMap((_, i) => normalAt(points, i))),
    lengthPx,
    neckPx: clamp((lengthPx * a) / (a + b), STEP_PX, lengthPx),
    spread,
  };
}

function normalAt(points: readonly ScreenPoint[], i: number): ScreenPoint {
  const [ax, ay] = points[Math.max(0, i - 2)] ?? [0, 0];
  const [bx, by] = points[Math.min(points.length - 1, i + 2)] ?? [0, 0];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(ay - by) / length, (bx - ax) / length];
}
