import type { LngLatBounds, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import { fromWorld, toWorld, worldSize } from '../geo/mercator.ts';
import type { PathMark } from '../story/mark.ts';

const FADE_PX = 40;
const STEPS = 10;

type Side = 'west' | 'south' | 'east' | 'north';
type WorldBox = Readonly<Record<Side, number>>;

/** Sides in Mercator units, none farther from the camera than can be seen: far corners of a pitched map do not project. */
function nearSides([west, south, east, north]: LngLatBounds, { camera, width, height }: Projection): WorldBox {
  const reach = (1.5 * Math.max(width, height)) / worldSize(camera.zoom);
  const [x, y] = toWorld(camera.center);
  const [left, bottom] = toWorld([west, south]);
  const [right, top] = toWorld([east, north]);
  return {
    west: Math.max(left, x - reach),
    east: Math.min(right, x + reach),
    north: Math.max(top, y - reach),
    south: Math.min(bottom, y + reach),
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
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/**
 * Paper that closes in over the last 40 px of the basemap, so that the drawing ends in nothing and not in a line. The
 * fade is a stack of faint strokes: cheaper than a blur while the camera moves.
 */
export function basemapEdge(bounds: LngLatBounds, projection: Projection): readonly PathMark[] {
  const { width, height } = projection;
  const quad = corners(nearSides(bounds, projection), projection);
  const screen: readonly ScreenPoint[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  if (screen.every((point) => depth(point, quad) >= FADE_PX)) return [];
  const edge = polygon(quad);
  const frame = `M-9-9V${height + 9}H${width + 9}V-9Z`;
  const strokes = Array.from({ length: STEPS }, (_, step): PathMark => {
    const share = (step + 1) / STEPS;
    return {
      type: 'path',
      key: `edge:${step}`,
      d: edge,
      stroke: 'paper',
      strokeWidth: 2 * FADE_PX * share,
      opacity: 1 / (step + 2),
    };
  });
  return [...strokes.reverse(), { type: 'path', key: 'edge:outside', d: frame + edge, fill: 'paper' }];
}
