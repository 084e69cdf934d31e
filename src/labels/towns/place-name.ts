import { intersects } from '../../geo/boxes.ts';
import type { Box, LngLat } from '../../geo/lng-lat.ts';
import type { Tone } from '../../marks/mark.ts';
import { lengthInBox, type Segment } from '../boxes-along.ts';
import type { Collisions } from '../collisions.ts';
import type { RestContext } from '../rest-context.ts';
import { type LabelLine, type LabelSide, type LabelWords, layoutLabel } from './label-layout.ts';
import { type LabelRank, symbolRadius } from './label-symbol.ts';

/** Where names may stand, and the roads and borders they should not stand across. */
export interface NameRoom {
  readonly room: Box;
  readonly lines: readonly Segment[];
  readonly context: RestContext;
}

export interface PlacedName {
  readonly side: LabelSide;
  readonly lines: readonly LabelLine[];
  readonly halo: Tone;
  /** The box of each line. */
  readonly rows: readonly Box[];
}

export interface NameWish {
  readonly rank: LabelRank;
  readonly words: LabelWords;
  /** The section asks for this name. */
  readonly wanted: boolean;
  /** A side better than all others. */
  readonly prefer?: LabelSide | undefined;
  /** It stands at least so far from its place, in pixels. */
  readonly beyondPx?: number;
}

/** Best first. A name above or below its place may slide sideways to clear a road. */
const SPOTS: readonly { readonly side: LabelSide; readonly slide: number }[] = [
  { side: 'e', slide: 0 },
  { side: 'w', slide: 0 },
  { side: 's', slide: 0 },
  { side: 'n', slide: 0 },
  ...[-0.2, 0.2, -0.3, 0.3, -0.4, 0.4, -0.5, 0.5].flatMap((slide) => [
    { side: 's', slide } as const,
    { side: 'n', slide } as const,
  ]),
];
const SYMBOL_TO_TEXT = 6;
/** A piece of a line that a name would cover counts as so much of a road. */
const PIECE_PX = 20;
/** A name goes two spots further to stand on one plain background. */
const MIXED_COST = 2.5;
const MIXED_SHARE = 0.1;
const LIKED_COST = -20;

/**
 * The best free spot round a place. Spots on which the name would cross a road or a border come last, those with least
 * of it first, and are not taken at all below rank 1 where the section does not ask for the name.
 * @param crossable boxes of lines that the name may stand over, the fewer the better
 */
export function placeName(
  { lngLat }: { readonly lngLat: LngLat },
  { rank, words, wanted, prefer, beyondPx = 0 }: NameWish,
  collisions: Collisions,
  { room, lines, context }: NameRoom,
  crossable: readonly Box[] = [],
): PlacedName | null {
  const gap = Math.max(symbolRadius(rank), beyondPx) + SYMBOL_TO_TEXT;
  const [x, y] = context.projection.project(lngLat);
  const choices = SPOTS.flatMap(({ side, slide }, index) => {
    const set = layoutLabel(words, { side, slide, gap }, context);
    const [left, top] = [x + set.offset[0], y + set.offset[1]];
    const box = { left, top, right: left + set.width, bottom: top + set.height };
    const rows = set.rows.map((row) => ({
      left: x + row.left,
      right: x + row.right,
      top: y + row.top,
      bottom: y + row.bottom,
    }));
    if (!rows.every((row) => collisions.isFree(row, room))) return [];
    const mixed = context.background.mix(box) > MIXED_SHARE ? MIXED_COST : 0;
    const liked = side === prefer ? LIKED_COST : 0;
    const covered = rows.flatMap((row) => crossable.filter((piece) => intersects(piece, row))).length;
    const crossed = rows.reduce((sum, row) => sum + lengthInBox(lines, row), covered * PIECE_PX);
    return [{ side, lines: set.lines, box, rows, crossed, cost: index + mixed + liked }];
  });
  const mayCross = wanted || rank === 'focus' || rank === 1;
  const [chosen] = choices
    .filter(({ crossed }) => mayCross || crossed === 0)
    .toSorted((a, b) => a.crossed - b.crossed || a.cost - b.cost);
  return chosen === undefined ? null : { ...chosen, halo: context.background.tone(chosen.box) };
}
