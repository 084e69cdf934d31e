import { csvParse } from 'd3';
import type { LngLat, LngLatBounds } from '../../../../geo/lng-lat.ts';
import { EARTH_CIRCUMFERENCE_METRES, toWorld } from '../../../../geo/mercator.ts';
import { GroundRefusal } from '../../archive/archive.ts';
import type { PixelPoint, Placement } from '../raster.ts';
import { fitPoints, MIN_POINTS, type Pair, type Warp } from './fit-points.ts';
import type { MapProjection } from './map-projection.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A picture whose sides are a box's, in a projection of its own.
 * @param bounds degrees
 */
export function placeInBounds(
  { width, height }: Size,
  [west, south, east, north]: LngLatBounds,
  projection: MapProjection,
): Placement {
  const corners = [projection([west, north]), projection([east, south])];
  const [[left, top] = [0, 0], [right, bottom] = [1, 1]] = corners.map((corner) => corner ?? undefined);
  return (lngLat) => {
    const found = projection(lngLat);
    return found && [((found[0] - left) / (right - left)) * width, ((found[1] - top) / (bottom - top)) * height];
  };
}

/** A place of the picture, and where it is. */
export interface ControlPoint {
  readonly pixel: PixelPoint;
  readonly lngLat: LngLat;
}

const pairOf = ({ pixel, lngLat }: ControlPoint): Pair => ({ from: toWorld(lngLat), to: pixel });

/** A picture of which the places of its corners are known: top left, top right, bottom right, bottom left. */
export function placeByCorners({ width, height }: Size, corners: readonly LngLat[], option: string): Placement {
  const pixels: readonly PixelPoint[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const pairs = corners.map((lngLat, index) => pairOf({ pixel: pixels[index] ?? [0, 0], lngLat }));
  const transform = fitPoints('projective', pairs);
  if (transform === null)
    throw new GroundRefusal(`${option}: three of these corners lie on one line. Give them in order from the top left.`);
  return (lngLat) => transform(toWorld(lngLat));
}

/** Columns of a table of control points; QGIS counts rows of pixels downwards below 0. */
const COLUMNS = [
  { x: 'x', y: 'y', lng: 'lng', lat: 'lat', down: 1 },
  { x: 'sourceX', y: 'sourceY', lng: 'mapX', lat: 'mapY', down: -1 },
  { x: 'pixelX', y: 'pixelY', lng: 'mapX', lat: 'mapY', down: -1 },
] as const;

const CURE =
  'Write a line `x,y,lng,lat` and below it one for each point: pixels from the top left corner, then degrees. QGIS saves such a file, too (.points, in EPSG:4326).';

function checkPoint({ pixel: [x, y], lngLat: [lng, lat] }: ControlPoint, line: number, file: string): void {
  const isNumber = [x, y, lng, lat].every(Number.isFinite);
  if (!isNumber) throw new GroundRefusal(`${file}:${line}: not four numbers. ${CURE}`);
  if (Math.abs(lng) > 360 || Math.abs(lat) > 85)
    throw new GroundRefusal(`${file}:${line}: ${lng}, ${lat} are no degrees of longitude and latitude. ${CURE}`);
}

/**
 * Control points from a table, as written by hand or by QGIS.
 * @throws GroundRefusal
 */
export function readControlPoints(text: string, file: string): readonly ControlPoint[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const skipped = lines.findIndex((line) => !line.startsWith('#') && line.trim() !== '');
  const rows = csvParse(lines.slice(Math.max(0, skipped)).join('\n'));
  const columns = COLUMNS.find((names) =>
    [names.x, names.y, names.lng, names.lat].every((name) => rows.columns.includes(name)),
  );
  if (columns === undefined) throw new GroundRefusal(`${file} is no table of control points. ${CURE}`);
  return rows.flatMap((row, index): readonly ControlPoint[] => {
    if (row['enable'] === '0') return [];
    const value = (name: string): number => (row[name]?.trim() ? Number(row[name]) : Number.NaN);
    const point: ControlPoint = {
      pixel: [value(columns.x), columns.down * value(columns.y)],
      lngLat: [value(columns.lng), value(columns.lat)],
    };
    checkPoint(point, skipped + index + 2, file);
    return [point];
  });
}

/** A warp that suits so many points. */
export const warpFor = (count: number): Warp => (count < 4 ? 'affine' : count < 7 ? 'projective' : 'thin-plate');

export interface Warped {
  readonly placement: Placement;
  readonly warp: Warp;
  /** How far, in metres on the ground, the point that fits worst lies from where it should, and which it is. */
  readonly worst: { readonly metres: number; readonly point: number };
}

/** Metres on the ground that a step of one pixel is at a place. */
function metresPerPixel(transform: (point: PixelPoint) => PixelPoint, lngLat: LngLat): number {
  const [x, y] = toWorld(lngLat);
  const step = 1e-7;
  const [[ax, ay], [bx, by]] = [transform([x, y]), transform([x + step, y])];
  const metres = step * EARTH_CIRCUMFERENCE_METRES * Math.cos((lngLat[1] * Math.PI) / 180);
  return metres / Math.max(Math.hypot(bx - ax, by - ay), Number.MIN_VALUE);
}

/**
 * Lays a picture on the ground by control points.
 * @param wanted null for the warp that suits their number
 * @throws GroundRefusal
 */
export function placeByPoints(points: readonly ControlPoint[], wanted: Warp | null, file: string): Warped {
  const warp = wanted ?? warpFor(points.length);
  if (points.length < MIN_POINTS[warp])
    throw new GroundRefusal(
      `${file} has ${points.length} control points; ${warp} needs ${MIN_POINTS[warp]} at least. Add some, well apart from each other.`,
    );
  const transform = fitPoints(warp, points.map(pairOf));
  if (transform === null)
    throw new GroundRefusal(
      `${file}: the points lie on one line, or two are the same, so they do not tell how the picture lies. Spread them over it.`,
    );
  const misses = points.map(({ pixel: [x, y], lngLat }) => {
    const [u, v] = transform(toWorld(lngLat));
    return Math.hypot(u - x, v - y) * metresPerPixel(transform, lngLat);
  });
  const metres = Math.max(...misses);
  const worst = { metres, point: misses.indexOf(metres) + 1 };
  return { warp, worst, placement: (lngLat) => transform(toWorld(lngLat)) };
}
