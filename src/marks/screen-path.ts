import { type Line, sliceAlong } from '../geo/along-line.ts';
import type { LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';

export const projectLine = (line: readonly LngLat[], projection: Projection): readonly ScreenPoint[] =>
  line.map((point) => projection.project(point));

/**
 * SVG path data of polylines. D3's path can draw curves, too, which is a kilobyte of the reader's script for nothing.
 * @param digits a tenth of a pixel cannot be seen, unless the path is stretched
 */
export function pathOf(lines: readonly (readonly ScreenPoint[])[], closed = false, digits = 1): string {
  const unit = 10 ** digits;
  const point = ([x, y]: ScreenPoint): string => `${Math.round(x * unit) / unit},${Math.round(y * unit) / unit}`;
  return lines
    .filter((line) => line.length > 0)
    .map((line) => `M${line.map(point).join('L')}${closed ? 'Z' : ''}`)
    .join('');
}

/** Path data of lines on the ground, which are stretched while the camera travels. */
export const groundPath = (lines: readonly (readonly LngLat[])[], projection: Projection, closed = false): string =>
  pathOf(
    lines.map((line) => projectLine(line, projection)),
    closed,
    2,
  );

/** A line between two shares of its length. */
export interface LinePart {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

interface Projected {
  readonly projection: Projection;
  readonly points: readonly ScreenPoint[];
}

const projected = new WeakMap<Line, Projected>();

/** Projected once: while a line is being drawn, each frame asks for a little more of it. */
function onScreen(line: Line, projection: Projection): readonly ScreenPoint[] {
  const known = projected.get(line);
  if (known?.projection === projection) return known.points;
  const points = projectLine(line, projection);
  projected.set(line, { projection, points });
  return points;
}

/** Path data of parts of lines on the ground, which are stretched while the camera travels. */
export const partsPath = (parts: readonly LinePart[], projection: Projection): string =>
  pathOf(
    parts.map(({ line, from, to }) => sliceAlong(line, onScreen(line, projection), from, to)),
    false,
    2,
  );

/** Path data of a dot, a line of hardly any length with round ends: where it has none at all WebKit draws the ends twice. */
export const dotPath = (x: number, y: number): string => `M${round1(x)} ${round1(y)}h.1`;

/** To a tenth of a pixel, and never -0. */
export const round1 = (value: number): number => Math.round(value * 10) / 10 + 0;

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

/** How far `t` has come between two of its values, 0–1. */
export const phase = (t: number, from: number, to: number): number => clamp01((t - from) / (to - from));

/** The first part of a polyline, by a share of its length in pixels. */
export function startOf(line: readonly ScreenPoint[], share: number): readonly ScreenPoint[] {
  const lengths = line.map(([x, y], index) => {
    const before = line[index - 1];
    return before === undefined ? 0 : Math.hypot(x - before[0], y - before[1]);
  });
  let left = clamp01(share) * lengths.reduce((sum, length) => sum + length, 0);
  const kept: ScreenPoint[] = [];
  for (const [index, point] of line.entries()) {
    const length = lengths[index] ?? 0;
    const before = line[index - 1];
    if (before !== undefined && length > left) {
      const part = left / length;
      return [...kept, [before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part]];
    }
    kept.push(point);
    left -= length;
  }
  return kept;
}
