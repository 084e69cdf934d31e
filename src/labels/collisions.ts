import { boxAround, distanceToBox, intersects, isWithin } from '../geo/boxes.ts';
import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { segmentHitsBox } from './boxes-along.ts';

/** Boxes are listed by squares of this size. */
const CELL_PX = 64;
/** More columns than any screen has squares. */
const COLUMNS = 4096;

const cellOf = (px: number): number => Math.floor(px / CELL_PX);

/** Squares a box lies in, by number. */
function cellsOf({ left, right, top, bottom }: Box): readonly number[] {
  const columns = Array.from({ length: cellOf(right) - cellOf(left) + 1 }, (_, index) => cellOf(left) + index);
  const rows = Array.from({ length: cellOf(bottom) - cellOf(top) + 1 }, (_, index) => cellOf(top) + index);
  return rows.flatMap((row) => columns.map((column) => row * COLUMNS + column));
}

/** Occupied boxes on the resting screen, in CSS pixels. Immutable: `with` makes another that asks this one too. */
export class Collisions {
  static readonly NONE = new Collisions([], null);
  readonly #own: readonly Box[];
  readonly #before: Collisions | null;
  readonly #cells = new Map<number, Box[]>();

  private constructor(own: readonly Box[], before: Collisions | null) {
    this.#own = own;
    this.#before = before;
    for (const box of own) {
      for (const cell of cellsOf(box)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), box]);
    }
  }

  static of(boxes: readonly Box[]): Collisions {
    return Collisions.NONE.with(boxes);
  }

  with(boxes: readonly Box[]): Collisions {
    return boxes.length === 0 ? this : new Collisions(boxes, this);
  }

  /** All boxes, in the order in which they came. */
  get boxes(): readonly Box[] {
    return this.#before === null ? this.#own : [...this.#before.boxes, ...this.#own];
  }

  /** The boxes that overlap one; those that only touch it do not. */
  overlapping(box: Box): readonly Box[] {
    const near = new Set(cellsOf(box).flatMap((cell) => this.#cells.get(cell) ?? []));
    const own = [...near].filter((other) => intersects(box, other));
    return this.#before === null ? own : [...this.#before.overlapping(box), ...own];
  }

  hits(box: Box): boolean {
    const isHit = cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => intersects(box, other)));
    return isHit || (this.#before?.hits(box) ?? false);
  }

  /** True where the box lies in `room` and keeps clear of all others. */
  isFree(box: Box, room: Box): boolean {
    return isWithin(box, room) && !this.hits(box);
  }

  /** Whether a straight line passes through a box, of those that `counts` holds for. */
  hitsSegment(from: ScreenPoint, to: ScreenPoint, counts: (box: Box) => boolean): boolean {
    const around = {
      left: Math.min(from[0], to[0]) - 1,
      right: Math.max(from[0], to[0]) + 1,
      top: Math.min(from[1], to[1]) - 1,
      bottom: Math.max(from[1], to[1]) + 1,
    };
    return this.overlapping(around).some((box) => counts(box) && segmentHitsBox(from, to, box));
  }

  /** Distance from a point to the nearest box, in pixels, at most `limit`. */
  clearance(point: ScreenPoint, limit: number): number {
    const near = this.overlapping(boxAround(point, limit));
    return near.reduce((least, box) => Math.min(least, distanceToBox(point, box)), limit);
  }
}
