import type { LngLatBounds, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { createProjection, fromWorld, toWorld, worldSize } from '../../geo/mercator.ts';
import type { PathMark, ProjectedGroup } from '../../marks/mark.ts';
import { projectedGroup } from '../../marks/projected-group.ts';

const FADE_PX = 40;
const STEPS = 10;

type Side = 'west' | 'south' | 'east' | 'north';
type WorldBox = Readonly<Record<Side, number>>;

/** Sides in Mercator units. */
function sidesOf([west, south, east, north]: LngLatBounds): WorldBox {
  const [left, bottom] = toWorld([west, south]);
  const [right, top] = toWorld([east, north]);
  return { west: left, east: right, north: top, south: bottom };
}

/** The same, none farther from the camera than can be seen: far corners of a pitched map do not project. */
function nearSides(bounds: LngLatBounds, { camera, width, height }: Projection): WorldBox {
  const reach = (1.5 * Math.max(width, height)) / worldSize(camera.zoom);
  const [x, y] = toWorld(camera.center);
  const { west, east, north, south } = sidesOf(bounds);
  return {
    west: Math.max(west, x - reach),
    east: Math.min(east, x + reach),
    north: Math.max(north, y - reach),
    south: Math.min(south, y + reach),
  };
}

function corners({ west, east, north, south }: WorldBox, projection: Projection): readonly ScreenPoint[] {
  return (
    [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ] as const
  ).map((point) => projection.project(fromWorld(point)));
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

/** Corners of the basemap as far as they can be seen: from straight above none is out of sight. */
const cornersIn = (bounds: LngLatBounds, projection: Projection): readonly ScreenPoint[] =>
  corners(projection.camera.pitch === 0 ? sidesOf(bounds) : nearSides(bounds, projection), projection);

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

/** From so far the basemap is drawn once, and moved from there. */
const DRAWN_ZOOM = 6;

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
  const restProjection = createProjection({ ...camera, center, zoom: DRAWN_ZOOM }, width, height);
  return projectedGroup(bounds, 'edge', [], { projection, restProjection }, (drawn) => drawEdge(bounds, drawn));
}
