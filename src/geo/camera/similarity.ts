import type { ScreenPoint } from '../lng-lat.ts';

/** `(a·x + c·y + e, b·x + d·y + f)`: what CSS calls `matrix()` and canvases a transform. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Scales and turns the plane (clockwise on a screen, in degrees) so that `from` comes to lie on `to`. */
export function similarity(scale: number, degrees: number, from: ScreenPoint, to: ScreenPoint): Matrix {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  const [x, y] = from;
  return [cos, sin, -sin, cos, to[0] - (cos * x - sin * y), to[1] - (sin * x + cos * y)];
}

export const transformed = ([a, b, c, d, e, f]: Matrix, [x, y]: ScreenPoint): ScreenPoint => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The point that a similarity brings to `point`. */
export function untransformed([a, b, , , e, f]: Matrix, [x, y]: ScreenPoint): ScreenPoint {
  const [dx, dy, squared] = [x - e, y - f, a * a + b * b];
  return [(a * dx + b * dy) / squared, (a * dy - b * dx) / squared];
}
