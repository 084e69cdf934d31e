import type { Box } from '../geo/lng-lat.ts';
import type { ScreenContext } from '../labels/rest-context.ts';
import type { BlockPart, TextBlock } from '../labels/texts/text-block.ts';
import { round1 } from '../marks/screen-path.ts';
import { type BlockPlace, chartBlock } from './chart-text.ts';

/** A free box in reading coordinates: `u` from the reading start, `v` from the top of the screen. */
export interface ReadingBox {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (u: number) => number;
  /** Which edge of a text is at its reading start. */
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly context: ScreenContext;
  readonly key: string;
}

/** Kept clear inside the free box for halos and the round ends of lines. */
const EDGE_PX = 6;

export function readingBoxOf({ id }: { readonly id: string }, context: ScreenContext): ReadingBox {
  const { freeBox, dir } = context;
  const rtl = dir === 'rtl';
  return {
    width: freeBox.right - freeBox.left - 2 * EDGE_PX,
    top: freeBox.top,
    bottom: freeBox.bottom,
    x: (u) => round1(rtl ? freeBox.right - EDGE_PX - u : freeBox.left + EDGE_PX + u),
    start: rtl ? 'right' : 'left',
    end: rtl ? 'left' : 'right',
    context,
    key: id,
  };
}

/** A path through reading coordinates. */
export function pathAlong(reading: ReadingBox, points: readonly (readonly [u: number, v: number])[]): string {
  return points.map(([u, v], i) => `${i === 0 ? 'M' : 'L'}${reading.x(u)} ${round1(v)}`).join('');
}

/** Where a block stands whose reading start is at `u`. */
export const startAt = (reading: ReadingBox, u: number, top: number): BlockPlace => ({
  x: reading.x(u),
  top,
  edge: reading.start,
});
export const endAt = (reading: ReadingBox, u: number, top: number): BlockPlace => ({
  x: reading.x(u),
  top,
  edge: reading.end,
});
export const middleAt = (reading: ReadingBox, u: number, top: number): BlockPlace => ({
  x: reading.x(u),
  top,
  edge: 'middle',
});

/** A box in reading coordinates, on the screen. */
export function onScreen(reading: ReadingBox, box: Box): Box {
  const [a, b] = [reading.x(box.left), reading.x(box.right)];
  return { left: Math.min(a, b), right: Math.max(a, b), top: box.top, bottom: box.bottom };
}

export const measured = (parts: readonly BlockPart[], maxWidth: number, reading: ReadingBox): TextBlock =>
  chartBlock(parts, maxWidth, reading.context);
