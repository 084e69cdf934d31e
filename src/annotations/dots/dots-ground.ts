import { distanceKm } from '../../geo/along-line.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';

type Edge = readonly [from: ScreenPoint, to: ScreenPoint];

/** Where a dot may rest. */
export interface Ground {
  /** Edges of the region on the screen at rest, by rows of `ROW_PX`: thousands of points are tested against them. */
  readonly rows: ReadonlyMap<number, readonly Edge[]>;
  readonly bounds: Box;
  /** What the dots flow round. */
  readonly kept: readonly Box[];
  /** Distance from where the dots leave, as a share of the farthest they may come; null where that is not limited. */
  readonly reached: ((point: ScreenPoint) => number) | null;
  /** What was found of points before, which come on halves of a pixel and come again with every layout tried. */
  readonly known: Map<number, boolean>;
}

/** A dot never comes nearer to the region's outline than this. */
const BORDER_PX = 6;
const ROW_PX = 8;
/** More than any screen has halves of a pixel. */
const COLUMNS = 65536;

type Region = readonly (readonly (readonly (readonly [number, number])[])[])[];

const rowOf = (y: number): number => Math.floor(y / ROW_PX);

function edgesOf(region: Region, projection: Projection): readonly Edge[] {
  return region.flat().flatMap((ring) => {
    const points = ring.map((lngLat) => projection.project(lngLat));
    return points.map((point, index): Edge => [point, points[index + 1] ?? points[0] ?? point]);
  });
}

/** Shares of `reachKm` from a place, by points of the screen at rest. */
export function reachFrom(place: LngLat, reachKm: number, projection: Projection): (point: ScreenPoint) => number {
  return (point) => distanceKm(place, unproject(projection, point)) / reachKm;
}

export function groundOf(
  region: Region,
  projection: Projection,
  { bounds, kept, reached }: Pick<Ground, 'bounds' | 'kept' | 'reached'>,
): Ground {
  const rows = new Map<number, Edge[]>();
  for (const edge of edgesOf(region, projection)) {
    const [low, high] = [Math.min(edge[0][1], edge[1][1]), Math.max(edge[0][1], edge[1][1])];
    const first = Math.max(rowOf(low - BORDER_PX), rowOf(bounds.top) - 1);
    const last = Math.min(rowOf(high + BORDER_PX), rowOf(bounds.bottom) + 1);
    for (let row = first; row <= last; row += 1) {
      const list = rows.get(row);
      if (list === undefined) rows.set(row, [edge]);
      else list.push(edge);
    }
  }
  return { rows, bounds, kept, reached, known: new Map() };
}

function isNearEdge([x, y]: ScreenPoint, [[ax, ay], [bx, by]]: Edge): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const u = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  const offX = x - ax - u * dx;
  const offY = y - ay - u * dy;
  return offX * offX + offY * offY < BORDER_PX * BORDER_PX;
}

/** Whether a ray from the point to the left crosses the edge (even-odd rule: holes and islands come out right). */
function crosses([x, y]: ScreenPoint, [[ax, ay], [bx, by]]: Edge): boolean {
  return ay > y !== by > y && x > ((bx - ax) * (y - ay)) / (by - ay) + ax;
}

function insideRegion(point: ScreenPoint, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const edge of edges) {
    if (crosses(point, edge)) inside = !inside;
  }
  return inside && !edges.some((edge) => isNearEdge(point, edge));
}

const insideBox = ([x, y]: ScreenPoint, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

function findOut(ground: Ground, point: ScreenPoint): boolean {
  if (!insideBox(point, ground.bounds) || ground.kept.some((box) => insideBox(point, box))) return false;
  if (ground.reached !== null && ground.reached(point) > 1) return false;
  return insideRegion(point, ground.rows.get(rowOf(point[1])) ?? []);
}

/** True where a dot may rest: in the region, clear of its outline, within reach, on the free part of the screen, off what is kept clear. */
export function holds(ground: Ground, point: ScreenPoint): boolean {
  const key = point[0] * 2 * COLUMNS + point[1] * 2;
  if (!Number.isInteger(point[0] * 2) || !Number.isInteger(point[1] * 2)) return findOut(ground, point);
  const known = ground.known.get(key) ?? findOut(ground, point);
  ground.known.set(key, known);
  return known;
}
