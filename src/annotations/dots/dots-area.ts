import { containsPoint } from '../../geo/boxes.ts';
import { distanceKm } from '../../geo/lines/along-line.ts';
import { distanceToSegment } from '../../geo/lines/segments.ts';
import type { Box, LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';
import { type Polygons, polygonsContain } from '../../geo/point-in-polygons.ts';
import { projectLine } from '../../marks/screen-path.ts';

type Edge = readonly [from: ScreenPoint, to: ScreenPoint];

/** Where a dot may rest. */
export interface DotsArea {
  /** The region on the screen at rest. */
  readonly outline: Polygons;
  /** Edges of the outline, by the rows of `ROW_PX` that they come near: thousands of points are tested against them. */
  readonly edgesByRow: ReadonlyMap<number, readonly Edge[]>;
  readonly bounds: Box;
  /** What the dots flow round. */
  readonly occupied: readonly Box[];
  /** Distance from where the dots leave, as a share of the farthest they may come; null where that is not limited. */
  readonly reached: ((point: ScreenPoint) => number) | null;
  /** Answers by point on a grid of half pixels: each layout that is tried asks about the same points. */
  readonly answerCache: Map<number, boolean>;
}

/** A dot never comes nearer to the region's outline than this. */
const BORDER_PX = 6;
const ROW_PX = 8;
/** More than any screen has halves of a pixel. */
const COLUMNS = 65536;

const rowOf = (y: number): number => Math.floor(y / ROW_PX);

const edgesOf = (outline: Polygons): readonly Edge[] =>
  outline.flat().flatMap((ring) => ring.map((to, index): Edge => [ring.at(index - 1) ?? to, to]));

/** Shares of `reachKm` from a place, by points of the screen at rest. */
export function reachFrom(place: LngLat, reachKm: number, projection: Projection): (point: ScreenPoint) => number {
  return (point) => distanceKm(place, unproject(projection, point)) / reachKm;
}

export function buildDotsArea(
  region: Polygons,
  projection: Projection,
  { bounds, occupied, reached }: Pick<DotsArea, 'bounds' | 'occupied' | 'reached'>,
): DotsArea {
  const outline = region.map((rings) => rings.map((ring) => projectLine(ring, projection)));
  const edgesByRow = new Map<number, Edge[]>();
  for (const edge of edgesOf(outline)) {
    const [low, high] = [Math.min(edge[0][1], edge[1][1]), Math.max(edge[0][1], edge[1][1])];
    const first = Math.max(rowOf(low - BORDER_PX), rowOf(bounds.top) - 1);
    const last = Math.min(rowOf(high + BORDER_PX), rowOf(bounds.bottom) + 1);
    for (let row = first; row <= last; row += 1) {
      const list = edgesByRow.get(row);
      if (list === undefined) edgesByRow.set(row, [edge]);
      else list.push(edge);
    }
  }
  return { outline, edgesByRow, bounds, occupied, reached, answerCache: new Map() };
}

function testPoint(area: DotsArea, point: ScreenPoint): boolean {
  if (!containsPoint(area.bounds, point) || area.occupied.some((box) => containsPoint(box, point))) return false;
  if (area.reached !== null && area.reached(point) > 1) return false;
  if (!polygonsContain(area.outline, point)) return false;
  const near = area.edgesByRow.get(rowOf(point[1])) ?? [];
  return !near.some(([from, to]) => distanceToSegment(point, from, to) < BORDER_PX);
}

/** Whether a dot may rest: in the region, clear of its outline, within reach, on the free part of the screen, off all boxes. */
export function mayRest(area: DotsArea, point: ScreenPoint): boolean {
  const [column, row] = [point[0] * 2, point[1] * 2];
  if (!Number.isInteger(column) || !Number.isInteger(row)) return testPoint(area, point);
  const key = column * COLUMNS + row;
  const answer = area.answerCache.get(key) ?? testPoint(area, point);
  area.answerCache.set(key, answer);
  return answer;
}
