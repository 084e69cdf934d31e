import { clamp01 } from '../geo/clamp.ts';

/** Exact at both ends, which `from + (to - from) * t` is not. */
export const mix = (from: number, to: number, t: number): number => from * (1 - t) + to * t;

/** 0 before `from`, 1 after `to`, linear between. */
export const ramp = (value: number, from: number, to: number): number =>
  to > from ? clamp01((value - from) / (to - from)) : Number(value >= to);

const bezier = (t: number, a: number, b: number): number =>
  3 * a * t * (1 - t) ** 2 + 3 * b * t ** 2 * (1 - t) + t ** 3;

/** CSS `cubic-bezier(.45, .05, .25, 1)`: leaves gently, arrives more gently still. Exact at 0 and 1. */
export function easeTravel(progress: number): number {
  if (progress <= 0) return 0;
  if (progress >= 1) return 1;
  let low = 0;
  let high = 1;
  // Bisection rather than Newton: the same 40 halvings for every input keep neighbouring results continuous.
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (bezier(middle, 0.45, 0.25) < progress) low = middle;
    else high = middle;
  }
  return bezier((low + high) / 2, 0.05, 1);
}
