import type { Projection } from '../lng-lat.ts';

/** From points of one screen to the same places on another: `scale · point + (x, y)`. */
export interface Shift {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const NO_SHIFT: Shift = { scale: 1, x: 0, y: 0 };

/** @returns null where a camera is tilted or they are turned against each other: then no one shift moves all places */
export function shiftBetween(from: Projection, to: Projection): Shift | null {
  if (from === to) return NO_SHIFT;
  const [a, b] = [from.camera, to.camera];
  if (a.pitch !== 0 || b.pitch !== 0 || a.bearing !== b.bearing) return null;
  const scale = 2 ** (b.zoom - a.zoom);
  const [x, y] = to.project(a.center, Math.round((b.center[0] - a.center[0]) / 360));
  return { scale, x: x - (scale * from.width) / 2, y: y - (scale * from.height) / 2 };
}
