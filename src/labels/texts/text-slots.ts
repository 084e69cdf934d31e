import type { ScreenPoint } from '../../geo/lng-lat.ts';
import type { Align, TextBlock } from './text-block.ts';

export const SIDES = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
/** A compass side of a point. */
export type Side = (typeof SIDES)[number];

/** Where a text may stand beside its anchor, with the leader that ties them. All points are offsets from the anchor. */
export interface TextSlot {
  readonly side: Side;
  /** Top left corner of the text. */
  readonly corner: ScreenPoint;
  readonly align: Align;
  readonly leader: readonly ScreenPoint[];
  readonly distancePx: number;
}

const DISTANCES = [14, 20, 26, 33, 40, 50, 62, 80, 105, 130, 160];
const RUN = 20;
const GAP = 6;
const SLANT = 0.7;
/** Clear space between a text and the line it stands over. */
const UNDERLINE_GAP = 6;

const WEST: readonly Side[] = ['nw', 'w', 'sw'];
const RISE: Readonly<Record<Side, -1 | 0 | 1>> = { n: -1, ne: -1, nw: -1, e: 0, w: 0, s: 1, se: 1, sw: 1 };

/** A slanted stretch, then a level run that meets the first line. */
function runSlot(block: TextBlock, side: Side, distancePx: number): TextSlot {
  const out = WEST.includes(side) ? -1 : 1;
  const rise = RISE[side] * distancePx;
  const bend = (rise === 0 ? distancePx : distancePx * SLANT) * out;
  const end = bend + RUN * out;
  const left = out === 1 ? end + GAP : end - GAP - block.width;
  const leader: ScreenPoint[] =
    rise === 0
      ? [
          [0, 0],
          [end, 0],
        ]
      : [
          [0, 0],
          [bend, rise],
          [end, rise],
        ];
  return { side, corner: [left, rise - block.firstMiddle], align: out === 1 ? 'left' : 'right', leader, distancePx };
}

/** The text stands over a level line, which is as wide as the text or at least as `share` of it. */
function underlineSlot(
  block: TextBlock,
  side: 'nw' | 'ne',
  distancePx: number,
  share: number,
  reading: Align,
): TextSlot {
  const out = side === 'nw' ? -1 : 1;
  const bend = distancePx * SLANT * out;
  const far = bend + block.width * share * out;
  const left = out === 1 ? far - block.width : far;
  const corner: ScreenPoint = [left, -distancePx - UNDERLINE_GAP - block.height];
  return {
    side,
    corner,
    align: reading,
    leader: [
      [0, 0],
      [bend, -distancePx],
      [far, -distancePx],
    ],
    distancePx,
  };
}

/** One straight stroke up or down to the nearest line of the text; `share` says where along that line it arrives. */
function straightSlot(block: TextBlock, side: 'n' | 's', distancePx: number, share: number, reading: Align): TextSlot {
  const end = RISE[side] * distancePx;
  const top = side === 'n' ? end - GAP - block.height : end + GAP;
  const met = block.lines.at(side === 'n' ? -1 : 0)?.width ?? 0;
  const start = reading === 'right' ? block.width - met : 0;
  return {
    side,
    corner: [-start - met * share, top],
    align: reading,
    leader: [
      [0, 0],
      [0, end],
    ],
    distancePx,
  };
}

function slotsAt(block: TextBlock, side: Side, distancePx: number, reading: Align): readonly TextSlot[] {
  if (side === 'n' || side === 's') {
    return [0.5, 0.2, 0.8, 0.04, 0.96].map((share) => straightSlot(block, side, distancePx, share, reading));
  }
  const run = runSlot(block, side, distancePx);
  if (side !== 'nw' && side !== 'ne') return [run];
  const underlined = [1, 0.7, 0.45, 0.25].map((share) => underlineSlot(block, side, distancePx, share, reading));
  return side === 'nw' ? [...underlined, run] : [run, ...underlined];
}

/** Every place for a text on one side of its anchor, nearest first. */
export function slotsOn(block: TextBlock, side: Side, dir: 'ltr' | 'rtl'): readonly TextSlot[] {
  const reading = dir === 'ltr' ? 'left' : 'right';
  return DISTANCES.flatMap((distancePx) => slotsAt(block, side, distancePx, reading));
}

/** Sides from the preferred one round to its opposite. */
export function sidesFrom(preferred: Side | null, dir: 'ltr' | 'rtl'): readonly Side[] {
  if (preferred === null) {
    return dir === 'ltr' ? ['ne', 'e', 'nw', 'se', 'w', 'sw', 'n', 's'] : ['nw', 'w', 'ne', 'sw', 'e', 'se', 'n', 's'];
  }
  const start = SIDES.indexOf(preferred);
  return [0, 1, -1, 2, -2, 3, -3, 4].map((turn) => SIDES[(start + turn + 8) % 8] ?? preferred);
}
