import type { Box, Projection } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { MarkContext, Tone } from '../marks/mark.ts';

/** Ground is looked at once in each square of this size: outlines have thousands of vertices. */
const CELL_PX = 10;

interface Seen {
  readonly groundAt: MarkContext['groundAt'];
  readonly cells: Map<number, Tone>;
}

const seen = new WeakMap<Projection, Seen>();

function cellsOf({ restProjection, groundAt }: MarkContext): Map<number, Tone> {
  const known = seen.get(restProjection);
  if (known !== undefined && known.groundAt === groundAt) return known.cells;
  const cells = new Map<number, Tone>();
  seen.set(restProjection, { groundAt, cells });
  return cells;
}

function toneOfCell(column: number, row: number, context: MarkContext, cells: Map<number, Tone>): Tone {
  const key = column * 65536 + row;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const middle = unproject(context.restProjection, [(column + 0.5) * CELL_PX, (row + 0.5) * CELL_PX]);
  const tone = context.groundAt?.(middle) ?? 'land';
  cells.set(key, tone);
  return tone;
}

/** How many squares under a box show each ground. */
function tally(box: Box, context: MarkContext): ReadonlyMap<Tone, number> {
  const cells = cellsOf(context);
  const counts = new Map<Tone, number>();
  for (let column = Math.floor(box.left / CELL_PX); column * CELL_PX < box.right; column += 1) {
    for (let row = Math.floor(box.top / CELL_PX); row * CELL_PX < box.bottom; row += 1) {
      const tone = toneOfCell(column, row, context, cells);
      counts.set(tone, (counts.get(tone) ?? 0) + 1);
    }
  }
  return counts;
}

const total = (counts: ReadonlyMap<Tone, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Colour of most of the ground under a box at rest: a halo of any other colour would show. */
export function haloTone(box: Box, context: MarkContext): Tone {
  const counts = tally(box, context);
  return [...counts].reduce<readonly [Tone, number]>((best, next) => (next[1] > best[1] ? next : best), ['land', 0])[0];
}

/** Share of a box at rest that lies on another ground than most of it, 0–0.5: there its halo can be seen. */
export function mixedGround(box: Box, context: MarkContext): number {
  const counts = tally(box, context);
  return 1 - Math.max(...counts.values()) / total(counts);
}

/** Whether any of a box at rest lies on a ground. */
export const touchesGround = (box: Box, tone: Tone, context: MarkContext): boolean => tally(box, context).has(tone);
