import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import type { MarkContext } from '../story/mark.ts';
import { boxAround, boxesAlong, crossings, distanceToBox, grow, holds, isFree, isInside, overlaps, segmentHitsBox } from './occupancy.ts';
import { projectLine } from './screen-path.ts';
import { blockBox, type TextBlock } from './text-block.ts';
import { type Side, slotsOn, type TextSlot } from './text-slots.ts';

/** A point a leader may start from, with the sides its text may take, best first. */
export interface AnchorOption {
  readonly lngLat: LngLat;
  readonly sides: readonly Side[];
}

export interface PlacedText {
  readonly lngLat: LngLat;
  readonly block: TextBlock;
  readonly slot: TextSlot;
  /** At rest. */
  readonly box: Box;
  readonly leaderBoxes: readonly Box[];
}

/** Callouts keep this far from the edges of the free box. */
const EDGE = 16;
const HALO = 4;
/** What lies this close to the anchor is what the leader points at. */
const AT_ANCHOR = 12;

const shifted = (points: readonly ScreenPoint[], [x, y]: ScreenPoint): readonly ScreenPoint[] =>
  points.map(([dx, dy]) => [x + dx, y + dy]);

function leaderIsFree(leader: readonly ScreenPoint[], room: Box, taken: readonly Box[]): boolean {
  const [anchor] = leader;
  if (anchor === undefined || !leader.every((point) => holds(room, point))) return false;
  const others = taken.filter((box) => distanceToBox(anchor, box) > AT_ANCHOR);
  return leader.slice(1).every((to, index) => {
    const from = leader[index] ?? to;
    return !others.some((box) => segmentHitsBox(from, to, box));
  });
}

interface Obstacles {
  readonly taken: readonly Box[];
  /** Better kept clear of, yet no text is given up for them. */
  readonly symbols: readonly Box[];
  readonly lines: readonly (readonly ScreenPoint[])[];
  readonly rejects: (box: Box) => boolean;
}

function nuisance(box: Box, leader: readonly ScreenPoint[], obstacles: Obstacles): number {
  const anchor = leader[0] ?? [0, 0];
  const covered = obstacles.symbols.filter((symbol) => {
    if (distanceToBox(anchor, symbol) < AT_ANCHOR) return overlaps(box, symbol);
    return overlaps(box, symbol) || leader.slice(1).some((to, index) => segmentHitsBox(leader[index] ?? to, to, symbol));
  });
  return covered.length * 70 + Math.min(3, crossings(obstacles.lines, box)) * 25;
}

function symbolsOf(context: MarkContext): readonly Box[] {
  return Object.values(context.places).map(({ lngLat }) => boxAround(context.restProjection.project(lngLat), 9));
}

function obstaclesOf(context: MarkContext, rejects: (box: Box) => boolean): Obstacles {
  const lines = (context.avoidLines ?? []).map((line) => projectLine(line, context.restProjection));
  return { taken: context.taken, symbols: symbolsOf(context), lines, rejects };
}

interface Candidate {
  readonly placed: PlacedText;
  readonly cost: number;
}

/** The slot made exact for an anchor, or null where it does not fit. */
function tried(option: AnchorOption, block: TextBlock, slot: TextSlot, context: MarkContext, obstacles: Obstacles) {
  const anchor = context.restProjection.project(option.lngLat);
  const box = blockBox(block, [anchor[0] + slot.corner[0], anchor[1] + slot.corner[1]]);
  if (!isInside(box, grow(context.freeBox, -EDGE)) || obstacles.rejects(box)) return null;
  if (!isFree(grow(box, HALO), context.freeBox, obstacles.taken)) return null;
  const leader = shifted(slot.leader, anchor);
  if (!leaderIsFree(leader, context.freeBox, obstacles.taken)) return null;
  return { box, leader };
}

function* candidates(
  options: readonly AnchorOption[],
  blocks: readonly TextBlock[],
  context: MarkContext,
  obstacles: Obstacles,
): Generator<Candidate> {
  for (const option of options) {
    for (const [sideIndex, side] of option.sides.entries()) {
      for (const [blockIndex, block] of blocks.entries()) {
        for (const [slotIndex, slot] of slotsOn(block, side, context.dir).entries()) {
          const base = sideIndex * 24 + blockIndex * 14 + slot.distancePx * 0.6 + (slotIndex % 5) * 0.5;
          const fit = tried(option, block, slot, context, obstacles);
          if (fit === null) continue;
          const leaderBoxes = boxesAlong(fit.leader, 12, 1.5, context.freeBox);
          const placed = { lngLat: option.lngLat, block, slot, box: grow(fit.box, HALO), leaderBoxes };
          yield { placed, cost: base + nuisance(fit.box, fit.leader, obstacles) };
        }
      }
    }
  }
}

/**
 * Finds room for a text with its leader: inside the free box, clear of everything already taken. The cheapest of all
 * places wins: preferred sides, short leaders and early blocks cost least.
 * @param blocks the same text wrapped to several widths, best first
 * @param rejects ground the text itself may not stand on
 * @returns null where there is no room at all
 */
export function placeText(
  options: readonly AnchorOption[],
  blocks: readonly TextBlock[],
  context: MarkContext,
  rejects: (box: Box) => boolean = () => false,
): PlacedText | null {
  let best: Candidate | null = null;
  for (const candidate of candidates(options, blocks, context, obstaclesOf(context, rejects))) {
    if (best === null || candidate.cost < best.cost) best = candidate;
  }
  return best?.placed ?? null;
}
