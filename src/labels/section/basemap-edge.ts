import { isWholeWorld } from '../../geo/antimeridian.ts';
import { pointBetween } from '../../geo/lines/segments.ts';
import type { LngLatBounds, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { createProjection, fromWorld, toWorld, type WorldPoint, worldSize } from '../../geo/mercator.ts';
import type { PathMark, ProjectedGroup } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';

const FADE_PX = 40;
const STEPS = 10;

type Side = 'west' | 'south' | 'east' | 'north';
type WorldBox = Readonly<Record<Side, number>>;

/** Sides in Mercator units. A map of the whole world is drawn once more on either side. */
function sidesOf([west, south, east, north]: LngLatBounds): WorldBox {
  const around = isWholeWorld([west, south, east, north]) ? 360 : 0;
  const [left, bottom] = toWorld([west - around, south]);
  const [right, top] = toWorld([east + around, north]);
  return { west: left, east: right, north: top, south: bottom };
}

/** Clockwise from the north-west. */
const ringOf = ({ west, east, north, south }: WorldBox): readonly WorldPoint[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

/** The eye of a tilted camera is one and a half screens from the middle; ground nearer to it than this is left out. */
const REACH = 1.4;

/** The part of a ring that lies before a tilted camera: what is behind it does not project. */
function inFront(ring: readonly WorldPoint[], { camera, height }: Projection): readonly WorldPoint[] {
  const [x, y] = toWorld(camera.center);
  const [turn, tilt] = [camera.bearing, camera.pitch].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const reach = (REACH * height) / worldSize(camera.zoom);
  const roomBefore = ([px, py]: WorldPoint): number =>
    reach - ((py - y) * Math.cos(turn) - (px - x) * Math.sin(turn)) * Math.sin(tilt);
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const [from, to] = [roomBefore(before), roomBefore(point)];
    const crossing = from < 0 === to < 0 ? [] : [pointBetween(before, point, from / (from - to))];
    return to < 0 ? crossing : [...crossing, point];
  });
}

/** Distance from a point to the inner side of each edge of a clockwise quadrilateral; the least is negative outside it. */
function depth([x, y]: ScreenPoint, quad: readonly ScreenPoint[]): number {
  const depths = quad.map(([ax, ay], index) => {
    const [bx, by] = quad[(index + 1) % quad.length] ?? [ax, ay];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
  });
  return Math.min(...depths);
}

const polygon = (points: readonly ScreenPoint[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`;

/** Corners of the basemap as far as they can be seen. */
const cornersIn = (bounds: LngLatBounds, projection: Projection): readonly ScreenPoint[] =>
  inFront(ringOf(sidesOf(bounds)), projection).map((point) => projection.project(fromWorld(point), 0));

/** Ground around the basemap that no screen reaches the end of, in screens. */
const AROUND = 64;

/** A stack of faint strokes is cheaper than a blur while the camera moves. */
function drawEdge(bounds: LngLatBounds, projection: Projection): readonly PathMark[] {
  const d = polygon(cornersIn(bounds, projection));
  const screen = Math.max(projection.width, projection.height);
  const [from, to] = [-AROUND * screen, (AROUND + 1) * screen];
  const around = polygon([
    [from, from],
    [from, to],
    [to, to],
    [to, from],
  ]);
  const strokes = Array.from({ length: STEPS }, (_, step): PathMark => {
    const strokeWidth = (2 * FADE_PX * (step + 1)) / STEPS;
    return { type: 'path', key: String(step), d, stroke: 'paper', strokeWidth, opacity: 1 / (step + 2) };
  });
  return [...strokes.reverse(), { type: 'path', key: 'outside', d: around + d, fill: 'paper' }];
}

/** The basemap's edge is drawn anew so often, and moved from there; first from so far. */
const ZOOMS_A_DRAWING = 6;

const drawnZoom = (zoom: number): number => Math.max(1, Math.floor(zoom / ZOOMS_A_DRAWING)) * ZOOMS_A_DRAWING;

/** Paper that closes in over the last 40 px of the basemap, so that the drawing ends in nothing and not in a line. */
export function basemapEdge(bounds: LngLatBounds, projection: Projection): readonly ProjectedGroup[] {
  const { camera, width, height } = projection;
  const quad = cornersIn(bounds, projection);
  const screen: readonly ScreenPoint[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  if (screen.every((point) => depth(point, quad) >= FADE_PX)) return [];
  const [west, south, east, north] = bounds;
  const center = [(west + east) / 2, (south + north) / 2] as const;
  const restProjection = createProjection({ ...camera, center, zoom: drawnZoom(camera.zoom) }, width, height);
  return projectedGroup(bounds, 'edge', [], { projection, restProjection }, (drawn) => drawEdge(bounds, drawn));
}
