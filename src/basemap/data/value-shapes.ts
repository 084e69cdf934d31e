import { SPIKE_PX } from '../../data/scales/symbol-size.ts';
import { boundsOf } from '../../geo/bounds.ts';
import { distanceBetween, distanceToSegment } from '../../geo/lines/segments.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { DataPart } from '../../story/sources/map-source.ts';
import { dotsIn, pathLines, type ShapeFile } from '../drawing/shape-file.ts';
import { dataSource } from './data-layers.ts';
import type { ValueFile } from './value-file.ts';

type Point = readonly [x: number, y: number];
type Line = readonly Point[];

type ShapeForm = DataPart['type'] | NonNullable<DataPart['shape']>;

/** What stands for one thing in one part of a view, in units of its file's grid. */
export interface ValueShape {
  /** Index of the thing. */
  readonly thing: number;
  readonly form: ShapeForm;
  /** Rings, lines, or dots of one point each. */
  readonly lines: readonly Line[];
  /** CSS pixels from a dot's middle or a line's to its edge, the height of a spike; nought for areas. */
  readonly halfPx: number;
  readonly box: LngLatBounds;
}

interface Drawn {
  readonly line: Line;
  readonly halfPx: number;
}

/** A part's lines or dots, in the order of their owners. */
function drawnIn({ paths, circles }: ShapeFile, source: string, { type, width = 1 }: DataPart): readonly Drawn[] {
  if (type === 'circle') {
    const sizes = circles?.[source] ?? [];
    return sizes.flatMap((dots) => dotsIn(dots).map((point) => ({ line: [point], halfPx: dots[0] })));
  }
  // Only edges, which nobody owns and nobody reads, have another width at another zoom.
  const px = width as number;
  return pathLines(paths[source] ?? '').map((line) => ({ line, halfPx: type === 'line' ? px / 2 : 0 }));
}

function shapesOf(drawn: readonly Drawn[], owners: readonly number[], form: ShapeForm): readonly ValueShape[] {
  const shapes: ValueShape[] = [];
  let from = 0;
  for (const [at, thing] of owners.entries()) {
    if (at % 2 === 1) continue;
    const own = drawn.slice(from, from + (owners[at + 1] ?? 0));
    from += own.length;
    const lines = own.map(({ line }) => line);
    shapes.push({ thing, form, lines, halfPx: own[0]?.halfPx ?? 0, box: boundsOf(lines.flat()) });
  }
  return shapes;
}

/** What can be read of a view, by its parts in drawing order; parts without owners, such as edges, say nothing. */
export const valueShapes = (
  file: ShapeFile,
  { owners }: ValueFile,
  view: string,
  parts: readonly DataPart[],
): readonly ValueShape[] =>
  parts.flatMap((part, index) => {
    const source = dataSource(view, index);
    return owners[source] ? shapesOf(drawnIn(file, source, part), owners[source], part.shape ?? part.type) : [];
  });

/** How shapes are seen where a point is looked up. */
export interface Seen {
  /** Units of the grid in a CSS pixel there. */
  readonly unitsPerPx: number;
  /** How far from a dot or line still counts, in CSS pixels. */
  readonly reachPx: number;
  /** Of the camera, in degrees. */
  readonly bearing: number;
}

const isNear = ([left, top, right, bottom]: LngLatBounds, [x, y]: Point, reach: number): boolean =>
  x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;

/** Where a level line through a point crosses rings, from left to right. */
const crossingsAt = (rings: readonly Line[], y: number): readonly number[] =>
  rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([bx, by], at): readonly number[] => {
        const [ax, ay] = ring[at] ?? [bx, by];
        return ay > y !== by > y ? [ax + ((y - ay) / (by - ay)) * (bx - ax)] : [];
      }),
    )
    .toSorted((a, b) => a - b);

const isInside = (rings: readonly Line[], [x, y]: Point): boolean =>
  crossingsAt(rings, y).filter((crossing) => crossing > x).length % 2 === 1;

const distanceToLine = (line: Line, point: Point): number =>
  line.length === 1 && line[0]
    ? distanceBetween(line[0], point)
    : line.slice(1).reduce((least, to, at) => Math.min(least, distanceToSegment(point, line[at] ?? to, to)), Infinity);

/** How far (CSS px) a point is from what stands on another, which is upright on the screen; nought within it. */
function distanceToStanding({ form, halfPx }: ValueShape, foot: Point, point: Point, { unitsPerPx, bearing }: Seen) {
  const [x, y] = [(point[0] - foot[0]) / unitsPerPx, (point[1] - foot[1]) / unitsPerPx];
  const turn = (bearing * Math.PI) / 180;
  const [aside, up] = [x * Math.cos(turn) + y * Math.sin(turn), x * Math.sin(turn) - y * Math.cos(turn)];
  const half = form === 'spike' ? SPIKE_PX / 2 : halfPx;
  if (up < 0) return Math.hypot(Math.max(0, Math.abs(aside) - half), up);
  if (form === 'half-circle') return Math.max(0, Math.hypot(aside, up) - halfPx);
  const height = Math.min(halfPx, up);
  return Math.max(0, Math.hypot(aside, up - height) - half * (1 - height / halfPx));
}

/** How far (CSS px) a point is from a shape's edge, nought within it; infinite where it is farther than `reachPx`. */
function distanceTo(shape: ValueShape, point: Point, seen: Seen): number {
  const { unitsPerPx, reachPx } = seen;
  const { form, lines, halfPx, box } = shape;
  const most = (halfPx + (form === 'fill' ? 0 : reachPx)) * unitsPerPx;
  if (!isNear(box, point, most)) return Infinity;
  if (form === 'fill') return isInside(lines, point) ? 0 : Infinity;
  if (form === 'half-circle' || form === 'spike') {
    const px = Math.min(...lines.flat().map((foot) => distanceToStanding(shape, foot, point, seen)));
    return px <= reachPx ? px : Infinity;
  }
  const distance = lines.reduce((least, line) => Math.min(least, distanceToLine(line, point)), Infinity);
  return distance <= most ? Math.max(0, distance / unitsPerPx - halfPx) : Infinity;
}

/**
 * What lies under a point: dots and lines before areas, of several the uppermost; near a dot or line also the nearest.
 * @param shapes in drawing order
 * @param point in units of the grid
 */
export function shapeAt(shapes: readonly ValueShape[], point: Point, seen: Seen): ValueShape | null {
  const hits = shapes
    .map((shape, order) => ({ shape, order, px: distanceTo(shape, point, seen) }))
    .filter(({ px }) => px < Infinity);
  const [best] = hits.toSorted(
    (a, b) => Number(a.shape.form === 'fill') - Number(b.shape.form === 'fill') || a.px - b.px || b.order - a.order,
  );
  return best?.shape ?? null;
}

/** A point of a shape that lies on it: of areas the middle of the widest part half-way down, of lines the middle bend. */
export function pointOn({ form, lines }: ValueShape): Point {
  const largest = lines.reduce<Line>((most, line) => (line.length > most.length ? line : most), []);
  const middle = largest[Math.floor(largest.length / 2)] ?? [0, 0];
  if (form !== 'fill') return middle;
  const [, top, , bottom] = boundsOf(largest);
  const y = (top + bottom) / 2;
  const crossings = crossingsAt(lines, y);
  const spans = crossings.flatMap((from, at) =>
    at % 2 === 0 && crossings[at + 1] !== undefined ? [[from, crossings[at + 1] ?? from] as const] : [],
  );
  const [widest] = spans.toSorted(([a, b], [c, d]) => d - c - (b - a));
  return widest ? [(widest[0] + widest[1]) / 2, y] : middle;
}
