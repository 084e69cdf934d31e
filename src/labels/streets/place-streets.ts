import { boundsOf } from '../../geo/bounds.ts';
import { distanceBetween } from '../../geo/lines/segments.ts';
import type { Box, LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import { scaleAt } from '../../geo/mercator.ts';
import type { Tone } from '../../marks/mark.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textStyle } from '../../typography/text-style.ts';
import { boxesAlong } from '../boxes-along.ts';
import type { Collisions } from '../collisions.ts';
import type { RestContext } from '../rest-context.ts';

/** A straight stretch of street with its name. */
export interface StreetInput {
  readonly text: string;
  readonly lngLat: LngLat;
  /** A point farther along the street, in reading direction on a map with north up. */
  readonly toward: LngLat;
  /** 1 = the great streets. */
  readonly rank: number;
  readonly metres: number;
}

/** A street's name with its place decided at rest. */
export interface PlacedStreet extends Pick<StreetInput, 'text' | 'lngLat' | 'toward'> {
  readonly halo: Tone;
  /** Of the baseline, below the middle of the street. */
  readonly dy: number;
  readonly boxes: readonly Box[];
}

/** The zoom from which a street of each rank is named. */
const NAMED_FROM: Readonly<Record<number, number>> = { 1: 14, 2: 14.6, 3: 15.4 };
/** The same name again after so many pixels. */
const REPEAT_PX = 340;
/** Names nearer to each other than this would read as one list. */
const APART_PX = 14;
/** Part of its stretch that a name may fill. */
const FILL = 0.94;
const HALF_HEIGHT_PX = 9;
const STEP_PX = 26;
/** Over this pitch far ground is crowded: only great streets are named, and only in front. */
const STEEP = { pitch: 35, rank: 1, scale: 0.85 } as const;
const MIN_SCALE = 0.75;
/** More than these nobody reads. */
const MOST = 28;

const isNamed = ({ rank, lngLat }: StreetInput, { projection }: RestContext): boolean => {
  const { zoom, pitch } = projection.camera;
  const isSteep = pitch > STEEP.pitch;
  if (zoom < (NAMED_FROM[rank] ?? 16) || (isSteep && rank > STEEP.rank)) return false;
  return scaleAt(projection, lngLat) >= (isSteep ? STEEP.scale : MIN_SCALE);
};

/** From the middle of the name to its end, along the street as the screen shows it. */
function reachOf({ lngLat, toward }: StreetInput, { projection }: RestContext, halfPx: number): ScreenPoint {
  const [x, y] = projection.project(lngLat);
  const [towardX, towardY] = projection.project(toward);
  const length = distanceBetween([x, y], [towardX, towardY]) || 1;
  return [((towardX - x) * halfPx) / length, ((towardY - y) * halfPx) / length];
}

function placeStreet(
  street: StreetInput,
  room: Box,
  collisions: Collisions,
  context: RestContext,
): PlacedStreet | null {
  const style = textStyle('small', street.text, context);
  const width = textWidth(street.text, style);
  const scale = scaleAt(context.projection, street.lngLat);
  if (width > ((street.metres * scale) / context.projection.metresPerPixel) * FILL) return null;
  const [x, y] = context.projection.project(street.lngLat);
  const [reachX, reachY] = reachOf(street, context, width / 2 + APART_PX / 2);
  const ends: readonly ScreenPoint[] = [
    [x - reachX, y - reachY],
    [x + reachX, y + reachY],
  ];
  const boxes = boxesAlong(ends, STEP_PX, HALF_HEIGHT_PX, room);
  const [left, top, right, bottom] = boundsOf(ends);
  const isWhole = left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom;
  if (!isWhole || boxes.some((box) => collisions.hits(box))) return null;
  const { text, lngLat, toward } = street;
  const halo = context.background.tone({ left, top, right, bottom });
  return { text, lngLat, toward, halo, dy: style.size * 0.32, boxes };
}

/**
 * Names of streets where there is room for them: great streets first, each name once a screen or so.
 * @param room the part of the screen they may stand in
 */
export function placeStreets(
  streets: readonly StreetInput[],
  room: Box,
  collisions: Collisions,
  context: RestContext,
): readonly PlacedStreet[] {
  const placed: PlacedStreet[] = [];
  let around = collisions;
  for (const street of streets) {
    if (placed.length >= MOST) break;
    if (!isNamed(street, context)) continue;
    const at = context.projection.project(street.lngLat);
    const isNear = placed.some(
      ({ text, lngLat }) => text === street.text && distanceBetween(context.projection.project(lngLat), at) < REPEAT_PX,
    );
    const label = isNear ? null : placeStreet(street, room, around, context);
    if (label === null) continue;
    placed.push(label);
    around = around.with(label.boxes);
  }
  return placed;
}
