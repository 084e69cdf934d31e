import { grow, intersects } from '../geo/boxes.ts';
import { distanceBetween, pointBetween } from '../geo/lines/segments.ts';
import type { Box, ScreenPoint } from '../geo/lng-lat.ts';

const isBeside = (from: ScreenPoint, to: ScreenPoint, box: Box): boolean =>
  Math.max(from[0], to[0]) < box.left ||
  Math.min(from[0], to[0]) > box.right ||
  Math.max(from[1], to[1]) < box.top ||
  Math.min(from[1], to[1]) > box.bottom;

/** Share of a straight line between two points that lies in the box (Liang–Barsky clipping). */
function shareInBox(from: ScreenPoint, to: ScreenPoint, box: Box): number {
  // Nearly every line asked about is far away.
  if (isBeside(from, to, box)) return 0;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const edges = [
    [-dx, from[0] - box.left],
    [dx, box.right - from[0]],
    [-dy, from[1] - box.top],
    [dy, box.bottom - from[1]],
  ] as const;
  let [enter, leave] = [0, 1];
  for (const [slope, gap] of edges) {
    if (slope === 0 && gap <= 0) return 0;
    if (slope < 0) enter = Math.max(enter, gap / slope);
    if (slope > 0) leave = Math.min(leave, gap / slope);
  }
  return Math.max(0, leave - enter);
}

/** True where a straight line between two points passes through the box. */
export const segmentHitsBox = (from: ScreenPoint, to: ScreenPoint, box: Box): boolean => shareInBox(from, to, box) > 0;

export type Segment = readonly [from: ScreenPoint, to: ScreenPoint];

/** The straight pieces of polylines that pass through a room. */
export const segmentsIn = (lines: readonly (readonly ScreenPoint[])[], room: Box): readonly Segment[] =>
  lines.flatMap((line) =>
    line.slice(1).flatMap((to, index): Segment[] => {
      const from = line[index] ?? to;
      return segmentHitsBox(from, to, room) ? [[from, to]] : [];
    }),
  );

/** How many of the segments pass through a box. */
export const crossings = (segments: readonly Segment[], box: Box): number =>
  segments.filter(([from, to]) => segmentHitsBox(from, to, box)).length;

/** How many pixels of the segments lie in a box. */
export const lengthInBox = (segments: readonly Segment[], box: Box): number =>
  segments.reduce((sum, [from, to]) => sum + shareInBox(from, to, box) * distanceBetween(from, to), 0);

/** Small boxes along a polyline, `stepPx` apart, for keeping names off a line. Points outside `room` have none. */
export function boxesAlong(line: readonly ScreenPoint[], stepPx: number, halfPx: number, room: Box): readonly Box[] {
  const boxes: Box[] = [];
  line.slice(1).forEach((to, index) => {
    const from = line[index] ?? to;
    const count = Math.max(1, Math.ceil(distanceBetween(from, to) / stepPx));
    if (!segmentHitsBox(from, to, grow(room, halfPx + 1))) return;
    for (let piece = 0; piece < count; piece += 1) {
      const [ax, ay] = pointBetween(from, to, piece / count);
      const [bx, by] = pointBetween(from, to, (piece + 1) / count);
      const box = grow(
        { left: Math.min(ax, bx), right: Math.max(ax, bx), top: Math.min(ay, by), bottom: Math.max(ay, by) },
        halfPx,
      );
      if (intersects(box, room)) boxes.push(box);
    }
  });
  return boxes;
}

/** Boxes along a line are no larger than this. */
export const LINE_PIECE_PX = 34;

/** Whether a box is one of those along a line, a leader or a symbol, and not that of a text. */
export const isLinePiece = ({ left, right, top, bottom }: Box): boolean =>
  right - left <= LINE_PIECE_PX && bottom - top <= LINE_PIECE_PX;
