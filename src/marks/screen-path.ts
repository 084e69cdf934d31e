import { turnsTo } from '../geo/bounds.ts';
import { clamp01 } from '../geo/clamp.ts';
import { type Line, sliceAlong } from '../geo/lines/along-line.ts';
import type { LinePart } from '../geo/lines/broken-line.ts';
import { distanceBetween, pointBetween } from '../geo/lines/segments.ts';
import type { LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';

/** The points of a line that never leaps over the antimeridian, all on one turn round the world. */
export function projectLine(line: readonly LngLat[], projection: Projection): readonly ScreenPoint[] {
  const turns = turnsTo(line, projection.middleLng);
  return line.map((point) => projection.project(point, turns));
}

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

/** Path data of lines on the map, which are stretched while the camera travels. */
export const projectedPath = (lines: readonly (readonly LngLat[])[], projection: Projection, closed = false): string =>
  pathOf(
    lines.map((line) => projectLine(line, projection)),
    closed,
    2,
  );

interface Projected {
  readonly projection: Projection;
  readonly points: readonly ScreenPoint[];
}

const projectionCache = new WeakMap<Line, Projected>();

/** Projected once: while a line is being drawn, each frame asks for a little more of it. */
function onScreen(line: Line, projection: Projection): readonly ScreenPoint[] {
  const cached = projectionCache.get(line);
  if (cached?.projection === projection) return cached.points;
  const points = projectLine(line, projection);
  projectionCache.set(line, { projection, points });
  return points;
}

/** Path data of parts of lines on the map, which are stretched while the camera travels. */
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

/** The first part of a polyline, by a share of its length in pixels. */
export function startOf(line: readonly ScreenPoint[], share: number): readonly ScreenPoint[] {
  const lengths = line.map((point, index) => distanceBetween(line[index - 1] ?? point, point));
  let left = clamp01(share) * lengths.reduce((sum, length) => sum + length, 0);
  const kept: ScreenPoint[] = [];
  for (const [index, point] of line.entries()) {
    const length = lengths[index] ?? 0;
    const before = line[index - 1];
    if (before !== undefined && length > left) return [...kept, pointBetween(before, point, left / length)];
    kept.push(point);
    left -= length;
  }
  return kept;
}
