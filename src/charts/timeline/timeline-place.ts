import { grow, intersects } from '../../geo/boxes.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';

/** Where an event's text may stand: to the reading end of its stem or before it, at one of the heights, or below the axis. */
export interface Spot {
  readonly block: TextBlock;
  readonly side: 'after' | 'before';
  readonly place: 'above' | 'below';
  readonly box: Box;
  readonly stem: Box;
  readonly cost: number;
}

/** Room for the texts of one axis. All coordinates run from the reading start, so nothing here knows left from right. */
export interface Room {
  readonly width: number;
  readonly axisY: number;
  /** Tops of texts above the axis, lowest first. */
  readonly tops: readonly number[];
  /** Least distance from a text down to the axis. */
  readonly footPx: number;
  /** Text and stem of an event below the axis, or null where there is no room at all. */
  readonly below: {
    readonly stemTop: number;
    readonly top: number;
    readonly bottom: number;
    readonly elbowPx: number;
  } | null;
  readonly occupied: readonly Box[];
}

export const TEXT_GAP_PX = 9;
const CLEAR_PX = 5;
const MAX_TRIES = 5000;
const BELOW_COST = 1.6;
const LEVEL_COST = 0.35;
const TIGHT_SIDE_COST = 0.6;
/** Texts at one height nearer than this read as one; they cost more. */
const AIRY_PX = 64;
const CROWDED_COST = 1.3;

/** Event texts from the fullest to the shortest; what is left out costs more than any crowding. */
export interface Candidate {
  readonly u: number;
  readonly blocks: readonly { readonly block: TextBlock; readonly cost: number }[];
}

const isNear = (a: Box, b: Box, px: number): boolean => intersects(a, grow(b, px));

const clash = (a: Spot, b: Spot): boolean =>
  isNear(a.box, b.box, CLEAR_PX) || isNear(a.box, b.stem, CLEAR_PX) || isNear(a.stem, b.box, CLEAR_PX);

const crowding = (a: Spot, b: Spot): number => {
  const sideways = a.box.top === b.box.top && isNear(a.box, b.box, AIRY_PX);
  return sideways ? CROWDED_COST : 0;
};

function above(u: number, roomierSide: Spot['side'], block: TextBlock, cost: number, room: Room): readonly Spot[] {
  return room.tops.flatMap((top, level) =>
    (['after', 'before'] as const).map((side): Spot => {
      const left = side === 'after' ? u + TEXT_GAP_PX : u - TEXT_GAP_PX - block.width;
      return {
        block,
        side,
        place: 'above',
        box: { left, right: left + block.width, top, bottom: top + block.height },
        stem: { left: u, right: u, top, bottom: room.axisY },
        cost: cost + level * LEVEL_COST + (side === roomierSide ? 0 : TIGHT_SIDE_COST),
      };
    }),
  );
}

function below(u: number, block: TextBlock, cost: number, room: Room): readonly Spot[] {
  const { below: floor } = room;
  if (floor === null) return [];
  const [top, reach] = [floor.top, floor.elbowPx + TEXT_GAP_PX];
  return (['after', 'before'] as const).map((side): Spot => {
    const left = side === 'after' ? u + reach : u - reach - block.width;
    return {
      block,
      side,
      place: 'below',
      box: { left, right: left + block.width, top, bottom: top + block.height },
      stem: { left: u - 1, right: u + 1, top: floor.stemTop, bottom: top + 12 },
      cost: cost + BELOW_COST + (side === 'after' ? 0 : TIGHT_SIDE_COST),
    };
  });
}

function fits(spot: Spot, room: Room): boolean {
  const { box, stem } = spot;
  if (box.left < 0 || box.right > room.width) return false;
  if (spot.place === 'above' && box.bottom > room.axisY - room.footPx) return false;
  if (spot.place === 'below' && box.bottom > (room.below?.bottom ?? 0)) return false;
  return !room.occupied.some((other) => isNear(box, other, CLEAR_PX) || isNear(stem, other, 1));
}

function spotsOf(index: number, candidates: readonly Candidate[], room: Room): readonly Spot[] {
  const { u = 0, blocks = [] } = candidates[index] ?? {};
  const before = u - (candidates[index - 1]?.u ?? 0);
  const after = (candidates[index + 1]?.u ?? room.width) - u;
  const roomierSide = before > after ? 'before' : 'after';
  return blocks
    .flatMap(({ block, cost }) => [...above(u, roomierSide, block, cost, room), ...below(u, block, cost, room)])
    .filter((spot) => fits(spot, room))
    .sort((a, b) => a.cost - b.cost);
}

/** An event whose text is left out costs this much. */
const DROPPED = 60;

/**
 * Gives every event the spot that makes all of them together cost least: branch and bound, cheapest spots first. An event
 * that finds no room keeps its circle and loses its text (null).
 */
export function placeEvents(candidates: readonly Candidate[], room: Room): readonly (Spot | null)[] {
  const options = candidates.map((_, index) => spotsOf(index, candidates, room));
  let best: readonly (Spot | null)[] = candidates.map(() => null);
  let bestCost = Number.POSITIVE_INFINITY;
  let tries = 0;
  const descend = (index: number, placed: readonly (Spot | null)[], cost: number): void => {
    if (cost >= bestCost) return;
    if (index === options.length) {
      best = placed;
      bestCost = cost;
      return;
    }
    for (const spot of [...(options[index] ?? []), null]) {
      tries += 1;
      if (tries > MAX_TRIES && bestCost < Number.POSITIVE_INFINITY) return;
      const others = placed.filter((other) => other !== null);
      if (spot !== null && others.some((other) => clash(spot, other))) continue;
      const crowded = spot === null ? 0 : others.reduce((sum, other) => sum + crowding(spot, other), 0);
      descend(index + 1, [...placed, spot], cost + crowded + (spot?.cost ?? DROPPED));
    }
  };
  descend(0, [], 0);
  return best;
}

/** Ways to set a timeline out, the fullest first. Without an overview none is given up. */
export const plansFor = <Plan extends { readonly overview: boolean }>(
  { overview }: { readonly overview: object | null },
  plans: readonly Plan[],
): readonly Plan[] => (overview === null ? plans.map((plan) => ({ ...plan, overview: false })) : plans);
