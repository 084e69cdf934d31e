import type { DetailNames, StreetProperties } from '../../../basemap/detail/detail.ts';
import { EARTH_CIRCUMFERENCE_METRES, fromWorld, type WorldPoint, worldSize } from '../../../geo/mercator.ts';
import type { CutFeature } from './features-in-tile.ts';
import { joinLines } from './join-lines.ts';

export interface StreetName extends StreetProperties {
  readonly at: WorldPoint;
}

/** A name's letter with its share of the room around it, in pixels: what a stretch of street must be long for. */
const LETTER_PX = 7;
/** The same name again after so many pixels. */
const REPEAT_PX = 480;
/** How far a street may bend away under its name, in pixels. */
const BEND_PX = 5;

const lengthOf = ([ax, ay]: WorldPoint, [bx, by]: WorldPoint): number => Math.hypot(bx - ax, by - ay);

/** Longest straight stretches of a line first: pairs of vertices between which it stays within `bend`. */
function stretches(line: readonly WorldPoint[], bend: number): readonly (readonly [WorldPoint, WorldPoint])[] {
  const found: (readonly [WorldPoint, WorldPoint])[] = [];
  let start = 0;
  for (let end = 1; end < line.length; end += 1) {
    const [a, b] = [line[start], line[end + 1]];
    const isStraight =
      a !== undefined && b !== undefined && line.slice(start + 1, end + 1).every((p) => offset(p, a, b) <= bend);
    if (isStraight) continue;
    const last = line[end];
    if (a && last) found.push([a, last]);
    start = end;
  }
  return found.sort((a, b) => lengthOf(...b) - lengthOf(...a));
}

/** Distance of a point from the line through two others. */
function offset([x, y]: WorldPoint, [ax, ay]: WorldPoint, [bx, by]: WorldPoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Degrees clockwise from east, turned so that no name stands on its head. */
function angleOf([ax, ay]: WorldPoint, [bx, by]: WorldPoint): number {
  const degrees = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const upright = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
  return Math.round(upright) + 0;
}

/** Of a stretch, on the ground. */
function metresOf(a: WorldPoint, b: WorldPoint): number {
  const [, latitude] = fromWorld(a);
  return Math.round(lengthOf(a, b) * EARTH_CIRCUMFERENCE_METRES * Math.cos((latitude * Math.PI) / 180));
}

const longest = (names: DetailNames): number => Math.max(...Object.values(names).map((name) => name.length));

function namesAlong(features: readonly CutFeature[]): readonly StreetName[] {
  const [first] = features;
  if (!first) return [];
  const px = worldSize(Math.max(...features.map(({ zoom }) => zoom)));
  const room = (longest(first.names) * LETTER_PX) / px;
  const rank = Math.min(...features.map((feature) => feature.rank));
  const lines = joinLines(features.flatMap(({ parts }) => parts));
  const candidates = lines
    .flatMap((line) => stretches(line, BEND_PX / px))
    .filter((stretch) => lengthOf(...stretch) >= room);
  const kept: StreetName[] = [];
  for (const [a, b] of candidates) {
    const at = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
    if (kept.every((other) => lengthOf(other.at, at) * px >= REPEAT_PX))
      kept.push({ names: first.names, rank, angle: angleOf(a, b), metres: metresOf(a, b), at });
  }
  return kept;
}

/** Where streets can be named: on their straight stretches, the longest first, each name once a screen or so. */
export function streetNames(features: readonly CutFeature[]): readonly StreetName[] {
  const streets = features.filter(({ layer }) => layer === 'streets');
  const byName = Map.groupBy(streets, ({ names }) => JSON.stringify(names));
  const named = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => namesAlong(own));
  return named.sort((a, b) => a.rank - b.rank);
}
