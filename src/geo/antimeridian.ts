import type { LngLat, LngLatBounds } from './lng-lat.ts';

const TURN = 360;

/** The same meridian within half a turn of another: `unwrapLng(-178, 179)` is 182. Degrees. */
export const unwrapLng = (lng: number, near: number): number => lng - TURN * Math.round((lng - near) / TURN);

/** The same place with the longitude that lies within half a turn of another. */
export const unwrapPoint = ([lng, lat]: LngLat, near: number): LngLat => [unwrapLng(lng, near), lat];

/**
 * Bounds that cross the antimeridian, from east to west longitudes, with an east beyond 180°. Others stay as they are, the
 * wrong way round or not.
 */
export const unwrapBounds = ([west, south, east, north]: LngLatBounds): LngLatBounds => [
  west,
  south,
  west > 0 && east < 0 ? east + TURN : east,
  north,
];

export const middleLngOf = ([west, , east]: LngLatBounds): number => (west + east) / 2;

/** A map of all longitudes goes round: it has no edge in the west or east. */
export const isWholeWorld = ([west, , east]: LngLatBounds): boolean => east - west >= TURN;

/** A place on the turn round the world that bounds lie on, if it lies in them at all. */
export const placeIn = (bounds: LngLatBounds, place: LngLat): LngLat => unwrapPoint(place, middleLngOf(bounds));

type Positions = readonly (readonly number[])[];

/** A line whose every step takes the short way round, from the place it begins at. */
export function unwrapLine(line: Positions, near?: number): [number, number][] {
  let last = near ?? line[0]?.[0] ?? 0;
  return line.map(([lng = 0, lat = 0]) => {
    last = unwrapLng(lng, last);
    return [last, lat];
  });
}

const turned = (line: Positions, by: number): [number, number][] => line.map(([lng = 0, lat = 0]) => [lng + by, lat]);

const gapBetween = (a: readonly number[] | undefined, b: readonly number[] | undefined): number =>
  a && b ? Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)) : Number.POSITIVE_INFINITY;

/** Pieces of one line, as GeoJSON cuts it at ±180°, each laid on the turn where it begins nearest to those before it. */
export function unwrapPieces(pieces: readonly Positions[], near: number): [number, number][][] {
  const laid: [number, number][][] = [];
  for (const piece of pieces) {
    const own = unwrapLine(piece, laid.length === 0 ? near : undefined);
    const ends = laid.flatMap((line) => [line[0], line.at(-1)]);
    const away = (by: number): number =>
      Math.min(
        ...turned([own[0] ?? [0, 0], own.at(-1) ?? [0, 0]], by).flatMap((end) => ends.map((e) => gapBetween(e, end))),
      );
    const turns = ends.length === 0 ? [0] : [0, TURN, -TURN];
    const by = turns.reduce((best, turn) => (away(turn) < away(best) ? turn : best), 0);
    laid.push(turned(own, by));
  }
  return laid;
}
