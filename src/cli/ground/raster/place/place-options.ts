import type { LngLat, LngLatBounds } from '../../../../geo/lng-lat.ts';
import { WARPS, type Warp } from './fit-points.ts';

/** How an author says where a picture lies; null where nothing is said. */
export interface PlaceOptions {
  readonly bounds: LngLatBounds | null;
  readonly corners: readonly LngLat[] | null;
  /** Path of a file of control points from the project's root. */
  readonly points: string | null;
  readonly warp: Warp | null;
  readonly projection: string | null;
}

type Text = string | undefined;

const numbersIn = (text: string): readonly number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

/** `west,south,east,north`; null where it is no box. West > east crosses the antimeridian. */
export function parseBounds(text: string): LngLatBounds | null {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN, ...more] = numbersIn(text);
  const isBox = south < north && Math.abs(south) <= 90 && Math.abs(north) <= 90 && west !== east && more.length === 0;
  if (!isBox || !Number.isFinite(west) || !Number.isFinite(east)) return null;
  return [west, south, east < west ? east + 360 : east, north];
}

/** Longitude and latitude of four corners, in order; null where it is something else. */
export function parseCorners(text: string): readonly LngLat[] | null {
  const numbers = numbersIn(text);
  if (numbers.length !== 8 || !numbers.every(Number.isFinite)) return null;
  const corners = [0, 2, 4, 6].map((at): LngLat => [numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return corners.every(([lng, lat]) => Math.abs(lng) <= 360 && Math.abs(lat) <= 85) ? corners : null;
}

export const isWarp = (text: Text): text is Warp => WARPS.some((warp) => warp === text);

/** Every complaint about how a picture is laid. */
export function placeProblems(
  values: Readonly<Record<'bounds' | 'corners' | 'points' | 'warp', Text>>,
): readonly string[] {
  const { bounds, corners, points, warp } = values;
  const said = [bounds, corners, points].filter((value) => value !== undefined);
  return [
    ...(said.length > 1
      ? ['Give one of --bounds, --corners and --points: each alone says where the picture lies.']
      : []),
    ...(bounds !== undefined && parseBounds(bounds) === null
      ? [`--bounds ${bounds} is no box. Write west,south,east,north in degrees, such as 36.1,35.2,36.9,35.9.`]
      : []),
    ...(corners !== undefined && parseCorners(corners) === null
      ? [
          `--corners ${corners} are no four corners. Write longitude,latitude of the top left, top right, bottom right and bottom left one: "36.1,35.9 36.9,35.9 36.9,35.2 36.1,35.2".`,
        ]
      : []),
    ...(warp !== undefined && !isWarp(warp) ? [`--warp ${warp} is none of ${WARPS.join(', ')}.`] : []),
    ...(warp !== undefined && points === undefined
      ? ['--warp is about control points: give their file, too, with --points.']
      : []),
  ];
}
