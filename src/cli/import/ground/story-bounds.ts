import { middleLngOf, unwrapBounds, unwrapLng } from '../../../geo/antimeridian.ts';
import { unionOf } from '../../../geo/bounds.ts';
import { clamp } from '../../../geo/clamp.ts';
import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';
import type { ImportedFrame, ImportedStory } from '../dialects/imported-story.ts';

/** Where a story is that says nothing of it. */
export const SOMEWHERE: LngLatBounds = [-30, 30, 45, 65];
/** Frames are rounded finer than the bounds that hold them. */
const ROUNDING = 0.01;
const LAT_LIMIT = 85;
/** Wider stories than this have the whole world for their ground. */
const WORLD_DEGREES = 300;

/** Ground a frame needs round it, so that its map has an edge farther out than the screen. */
export function reachOf(frame: ImportedFrame): LngLatBounds {
  if (frame.kind === 'bounds') return frame.bounds;
  const half = Math.min(40, 720 / 2 ** frame.zoom);
  const [lng, lat] = frame.center;
  return [lng - half, lat - half * 0.7, lng + half, lat + half * 0.7];
}

/** The same bounds on the turn round the world that lies nearest to a longitude. */
function boundsNear(bounds: LngLatBounds, near: number): LngLatBounds {
  const [west, south, east, north] = unwrapBounds(bounds);
  const middle = (west + east) / 2;
  const by = unwrapLng(middle, near) - middle;
  return [west + by, south, east + by, north];
}

const flat = (value: unknown): readonly LngLat[] =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? [value as unknown as LngLat] : value.flatMap(flat)) : [];

const around = ([lng, lat]: LngLat): LngLatBounds => [lng, lat, lng, lat];

/** Every point a story names or draws. */
function pointsOf({ opening, chapters, routes, layers }: ImportedStory): readonly LngLat[] {
  const places = [opening, ...chapters].flatMap((chapter) => chapter?.places ?? []);
  const shapes = layers.flatMap(({ features }) =>
    features.flatMap(({ geometry }) => ('coordinates' in geometry ? flat(geometry.coordinates) : [])),
  );
  return [...places.map(({ lngLat }) => lngLat), ...Object.values(routes).flat(2), ...shapes];
}

/** One box around many points, so that hundreds of thousands need no box each. */
function boxOf(points: readonly LngLat[], near: number): readonly LngLatBounds[] {
  if (points.length === 0) return [];
  return [
    points.reduce<LngLatBounds>(
      ([west, south, east, north], [x, y]) => {
        const lng = unwrapLng(x, near);
        return [Math.min(west, lng), Math.min(south, y), Math.max(east, lng), Math.max(north, y)];
      },
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ),
  ];
}

/** The part of the world a story takes place in, with some room round it; over the antimeridian where that is shorter. */
export function boundsOfStory(story: ImportedStory): LngLatBounds {
  const { opening, chapters } = story;
  const frames = [opening, ...chapters].flatMap((chapter) => chapter?.frame ?? []);
  const points = pointsOf(story);
  const [first, ...others] = [...frames.map(reachOf), ...points.slice(0, 1).map(around)];
  if (first === undefined) return SOMEWHERE;
  const near = middleLngOf(unwrapBounds(first));
  const boxes = [...[first, ...others].map((bounds) => boundsNear(bounds, near)), ...boxOf(points, near)];
  const [west, south, east, north] = unionOf(boxes);
  const rounded = (value: number): number => Number(value.toFixed(3));
  const lat = (value: number): number => rounded(clamp(value, -LAT_LIMIT, LAT_LIMIT));
  const [bottom, top] = [lat(south - ROUNDING), lat(north + ROUNDING)];
  if (east - west > WORLD_DEGREES) return [-180, bottom, 180, top];
  const start = unwrapLng(west - ROUNDING, 0);
  return [rounded(start), bottom, rounded(start + east - west + 2 * ROUNDING), top];
}

/** Room that a map has beyond its story on either side, as a share of it. */
const ROOM = 0.12;
/** How high a map is at least, as a share of its width on the ground: screens show it from edge to edge. */
const MIN_HEIGHT = 0.85;

const HALF_TURN = 180;

const worldAround = (south: number, north: number): LngLatBounds => [
  -180,
  Math.min(south, -60),
  180,
  Math.max(north, 80),
];

/** The bounds of a map for a story: with room round it, and no strip, however flat or slender the story is. */
export function mapBoundsOf([west, south, east, north]: LngLatBounds): LngLatBounds {
  const [width, height] = [east - west, north - south];
  if (width * (1 + 2 * ROOM) > WORLD_DEGREES) return worldAround(south, north);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max(width * (1 + 2 * ROOM), (height * MIN_HEIGHT) / narrowing);
  const high = Math.max(height * (1 + 2 * ROOM), wide * MIN_HEIGHT * narrowing);
  const rounded = (value: number): number => Number(value.toFixed(3));
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  // Over the antimeridian maps are no wider than this: the other way round would be shorter.
  const crosses = x - wide / 2 < -180 || x + wide / 2 > 180;
  if (crosses && wide > HALF_TURN) return worldAround(south, north);
  const turned = x - wide / 2 < -180 ? 360 : 0;
  return [
    rounded(x - wide / 2 + turned),
    rounded(clamp(y - high / 2, -LAT_LIMIT, LAT_LIMIT)),
    rounded(x + wide / 2 + turned),
    rounded(clamp(y + high / 2, -LAT_LIMIT, LAT_LIMIT)),
  ];
}
