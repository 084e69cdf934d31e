import { boxAround, grow } from '../geo/boxes.ts';
import type { Line } from '../geo/lines/along-line.ts';
import { pointsAt } from '../geo/lines/along-line.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import type { AnchoredGroup, Tone } from '../marks/mark.ts';
import { textWidth } from '../typography/text-metrics.ts';
import { typeStyle } from '../typography/type-scale.ts';
import type { Collisions } from './collisions.ts';
import type { RestContext } from './rest-context.ts';
import { anchoredGroup } from './texts/text-block.ts';

export interface Road {
  readonly ref: string;
  readonly line: Line;
}

/** A road as strong (0–1) as the map shows it. */
export interface ShieldedRoad extends Road {
  readonly strength: number;
}

export interface PlacedShield {
  readonly ref: string;
  readonly lngLat: LngLat;
  /** From the place. */
  readonly marks: AnchoredGroup['marks'];
  /** At rest. */
  readonly box: Box;
}

const HEIGHT = 19;
const PADDING = 4;
const EDGE = 14;
/** The shield interrupts its own line by this much on every side. */
const CLEAR = 3;
const STEPS = 80;

function room(point: ScreenPoint, collisions: Collisions, freeBox: Box): number {
  const toOthers = collisions.clearance(point, 60);
  const toEdges = Math.min(
    point[0] - freeBox.left,
    freeBox.right - point[0],
    point[1] - freeBox.top,
    freeBox.bottom - point[1],
  );
  return toOthers + Math.min(60, toEdges) * 0.5;
}

const SHARES = Array.from({ length: STEPS + 1 }, (_, index) => index / STEPS);
const spotCache = new WeakMap<Line, readonly LngLat[]>();

/** The same on every screen, and a long road takes its time to walk. */
function spotsOn(line: Line): readonly LngLat[] {
  const spots = spotCache.get(line) ?? pointsAt(line, SHARES);
  spotCache.set(line, spots);
  return spots;
}

/** A road's shield in the roomiest spot of it that the free box shows; none where there is no room. */
export function placeShield(road: ShieldedRoad, context: RestContext, collisions: Collisions): PlacedShield | null {
  const style = typeStyle('shield', context.sizeClass);
  const width = Math.round(textWidth(road.ref, style) + PADDING * 2);
  const inner = grow(context.freeBox, -EDGE);
  let best: { readonly lngLat: LngLat; readonly box: Box; readonly room: number } | null = null;
  for (const lngLat of spotsOn(road.line)) {
    const point = context.projection.project(lngLat);
    const box = boxAround(point, width / 2 + CLEAR, HEIGHT / 2 + CLEAR);
    if (!collisions.isFree(box, inner)) continue;
    const found = { lngLat, box, room: room(point, collisions, context.freeBox) };
    if (best === null || found.room > best.room + 0.5) best = found;
  }
  return best === null
    ? null
    : {
        ref: road.ref,
        lngLat: best.lngLat,
        marks: shieldOf(road, width, context.background.tone(best.box)),
        box: best.box,
      };
}

/** A plate fades into the background under its number: what stands out from it depends on how strong it is. */
function letteringOn(strength: number): Tone {
  if (strength < 0.4) return 'ink-2';
  return strength < 0.65 ? 'ink' : 'paper';
}

/** The road's number on a red plate as strong as the road, always upright and always Latin. */
function shieldOf({ ref, strength }: ShieldedRoad, width: number, background: Tone): AnchoredGroup['marks'] {
  const plate = (grown: number) => ({
    type: 'rect' as const,
    x: -width / 2 - grown,
    y: -HEIGHT / 2 - grown,
    width: width + grown * 2,
    height: HEIGHT + grown * 2,
    radius: 3,
  });
  return [
    { ...plate(CLEAR), key: 'ground', fill: background },
    { ...plate(0), key: 'plate', fill: 'red', opacity: strength },
    {
      type: 'text',
      key: 'text',
      x: 0,
      y: 4.3,
      text: ref,
      role: 'shield',
      tone: letteringOn(strength),
      anchor: 'middle',
      lang: 'en',
    },
  ];
}

export function shieldMarks(placed: readonly PlacedShield[], projection: Projection): readonly AnchoredGroup[] {
  return placed.flatMap(({ ref, lngLat, marks }) => anchoredGroup(`shield:${ref}`, marks, projection.project(lngLat)));
}
