import { boxAround, containsPoint, distanceToBox, grow, intersects, isWithin } from '../../geo/boxes.ts';
import type { Box, LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import { projectLine } from '../../marks/screen-path.ts';
import { boxesAlong, crossings, type Segment, segmentHitsBox, segmentsIn } from '../boxes-along.ts';
import type { Collisions } from '../collisions.ts';
import type { RestContext } from '../rest-context.ts';
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

/** Callouts keep this far from the edges of the free box … */
const EDGE = 16;
/** … and may go this near on a small screen, whose free box is narrow, where there is no good place else. */
const SMALL_EDGE = 4;
const NEAR_EDGE_COST = 40;
const HALO = 4;
/** What lies this close to the anchor is what the leader points at. */
const AT_ANCHOR = 12;
const SYMBOL_COST = { 1: 90, 2: 50, 3: 12 } as const;
/** A text across a road or a border is worse than one on the other side of its place. */
const LINE_COST = 90;
const LINES_COUNTED = 2;
/** A halo shows where the background changes under a text, and most of all on the blurred edge of a soft area. */
const MIXED_COST = 60;
const SOFT_COST = 260;
const SOFT_EDGE = 18;

const shifted = (points: readonly ScreenPoint[], [x, y]: ScreenPoint): readonly ScreenPoint[] =>
  points.map(([dx, dy]) => [x + dx, y + dy]);

function leaderIsFree(leader: readonly ScreenPoint[], room: Box, collisions: Collisions): boolean {
  const [anchor] = leader;
  if (anchor === undefined || !leader.every((point) => containsPoint(room, point))) return false;
  const isInWay = (box: Box): boolean => distanceToBox(anchor, box) > AT_ANCHOR;
  return leader.slice(1).every((to, index) => !collisions.hitsSegment(leader[index] ?? to, to, isInWay));
}

interface Symbol {
  readonly box: Box;
  readonly cost: number;
}

interface Obstacles {
  readonly collisions: Collisions;
  /** Better kept clear of, yet no text is given up for them. */
  readonly symbols: readonly Symbol[];
  readonly lines: readonly Segment[];
  readonly rejects: (box: Box) => boolean;
}

function nuisance(box: Box, leader: readonly ScreenPoint[], obstacles: Obstacles): number {
  const anchor = leader[0] ?? [0, 0];
  const covered = obstacles.symbols.filter((symbol) => {
    if (intersects(box, symbol.box)) return true;
    if (distanceToBox(anchor, symbol.box) < AT_ANCHOR) return false;
    return leader.slice(1).some((to, index) => segmentHitsBox(leader[index] ?? to, to, symbol.box));
  });
  const symbols = covered.reduce((sum, { cost }) => sum + cost, 0);
  return symbols + Math.min(LINES_COUNTED, crossings(obstacles.lines, box)) * LINE_COST;
}

function obstaclesOf(context: RestContext, collisions: Collisions, rejects: (box: Box) => boolean): Obstacles {
  const lines = context.avoidLines.map((line) => projectLine(line, context.projection));
  const symbols = Object.values(context.places).map(({ lngLat, rank }) => ({
    box: boxAround(context.projection.project(lngLat), 9),
    cost: SYMBOL_COST[rank],
  }));
  return { collisions, symbols, lines: segmentsIn(lines, context.freeBox), rejects };
}

/** Text stands best on one plain background. */
function backgroundCost(box: Box, context: RestContext): number {
  const soft = context.background.touches(grow(box, SOFT_EDGE), 'soft') ? SOFT_COST : 0;
  return soft + context.background.mix(box) * MIXED_COST;
}

interface Fit {
  readonly box: Box;
  readonly leader: readonly ScreenPoint[];
  readonly edgeCost: number;
}

function edgeCost(box: Box, { freeBox, sizeClass }: RestContext): number | null {
  if (isWithin(box, grow(freeBox, -EDGE))) return 0;
  const small = sizeClass === 'phone' || sizeClass === 'embed';
  return small && isWithin(box, grow(freeBox, -SMALL_EDGE)) ? NEAR_EDGE_COST : null;
}

/** The slot made exact for an anchor, or null where it does not fit. */
function fitted(
  anchor: ScreenPoint,
  block: TextBlock,
  slot: TextSlot,
  context: RestContext,
  obstacles: Obstacles,
): Fit | null {
  const box = blockBox(block, [anchor[0] + slot.corner[0], anchor[1] + slot.corner[1]]);
  const edge = edgeCost(box, context);
  if (edge === null || obstacles.rejects(box)) return null;
  if (!obstacles.collisions.isFree(grow(box, HALO), context.freeBox)) return null;
  const leader = shifted(slot.leader, anchor);
  return leaderIsFree(leader, context.freeBox, obstacles.collisions) ? { box, leader, edgeCost: edge } : null;
}

interface Candidate {
  readonly lngLat: LngLat;
  readonly anchor: ScreenPoint;
  readonly block: TextBlock;
  readonly slot: TextSlot;
  /** Before what it would cover is counted. */
  readonly cost: number;
}

/** All candidates, cheapest first. */
function candidates(
  options: readonly AnchorOption[],
  blocks: readonly TextBlock[],
  context: RestContext,
): readonly Candidate[] {
  const all = options.flatMap(({ lngLat, sides }, optionIndex) => {
    const anchor = context.projection.project(lngLat);
    return sides.flatMap((side, sideIndex) =>
      blocks.flatMap((block, blockIndex) =>
        slotsOn(block, side, context.dir).map((slot, slotIndex): Candidate => {
          const cost =
            optionIndex * 8 + sideIndex * 24 + blockIndex * 14 + slot.distancePx * 0.6 + (slotIndex % 5) * 0.5;
          return { lngLat, anchor, block, slot, cost };
        }),
      ),
    );
  });
  return all.sort((a, b) => a.cost - b.cost);
}

/**
 * Finds room for a text with its leader: inside the free box, clear of everything already placed. The cheapest of all
 * places wins: preferred sides, short leaders and early blocks cost least.
 * @param blocks the same text wrapped to several widths, best first
 * @param rejects boxes the text itself may not take
 * @returns null where there is no room at all
 */
export function placeText(
  options: readonly AnchorOption[],
  blocks: readonly TextBlock[],
  context: RestContext,
  collisions: Collisions,
  rejects: (box: Box) => boolean = () => false,
): PlacedText | null {
  const obstacles = obstaclesOf(context, collisions, rejects);
  let best: { readonly candidate: Candidate; readonly fit: Fit; readonly cost: number } | null = null;
  for (const candidate of candidates(options, blocks, context)) {
    if (best !== null && candidate.cost >= best.cost) break;
    const fit = fitted(candidate.anchor, candidate.block, candidate.slot, context, obstacles);
    if (fit === null) continue;
    const nearer = candidate.cost + fit.edgeCost + nuisance(fit.box, fit.leader, obstacles);
    if (best !== null && nearer >= best.cost) continue;
    const cost = nearer + backgroundCost(fit.box, context);
    if (best === null || cost < best.cost) best = { candidate, fit, cost };
  }
  if (best === null) return null;
  const { candidate, fit } = best;
  return {
    lngLat: candidate.lngLat,
    block: candidate.block,
    slot: candidate.slot,
    box: grow(fit.box, HALO),
    leaderBoxes: boxesAlong(fit.leader, 12, 1.5, context.freeBox),
  };
}
