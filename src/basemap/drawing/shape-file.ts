import type { Feature, Geometry, MultiLineString, MultiPolygon, Position } from 'geojson';
import { fromWorld } from '../../geo/mercator.ts';
import type { DrawingGrid } from './drawing-transform.ts';

/** Shapes of the map on a grid: the drawing in the page, or a published file with sources of a story's own. */
export interface ShapeFile {
  readonly grid: DrawingGrid;
  /** Path data in grid units by the source that layers name, as `gridPath` writes it: outer rings one way round, holes the other. */
  readonly paths: Readonly<Record<string, string>>;
  /** Sources that are the edges of other sources' areas, line by line: those are named. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
  /** Whether it shows so many shapes that those too small to be seen are drawn together. */
  readonly isCrowd?: true;
  /** Dots by the source that layers name, those that lie lowest first. */
  readonly circles?: Readonly<Record<string, readonly DotsOfSize[]>>;
}

/** Dots of one radius: that in CSS pixels, then x and y of each in grid units. */
export type DotsOfSize = readonly [radius: number, ...positions: number[]];

/** Positions of dots. */
export const dotsIn = ([, ...positions]: DotsOfSize): readonly Point[] =>
  positions.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, positions[index + 1] ?? 0]] : []));

type Point = readonly [number, number];
export type Line = readonly Point[];

/** Lines and rings of what `gridPath` wrote; rings end on their first point. */
export function pathLines(d: string): readonly Line[] {
  const lines: Point[][] = [];
  let [x, y] = [0, 0];
  for (const part of d.split('m').slice(1)) {
    const numbers = (part.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const line = numbers.flatMap((step, index): Point[] => {
      if (index % 2 === 1) return [];
      x += step;
      y += numbers[index + 1] ?? 0;
      return [[x, y]];
    });
    const [start] = line;
    if (part.endsWith('z') && start) {
      [x, y] = start;
      line.push(start);
    }
    lines.push(line);
  }
  return lines;
}

const areaOf = (ring: Line): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Rings in the order outer, its holes, outer, …: the first tells which way round outer rings go. */
function polygonsOf(rings: readonly Line[], toDegrees: (point: Point) => Position): Position[][][] {
  const sign = Math.sign(rings[0] ? areaOf(rings[0]) : 0);
  return rings.reduce<Position[][][]>((polygons, ring) => {
    const positions = ring.map(toDegrees);
    const last = polygons.at(-1);
    if (last && Math.sign(areaOf(ring)) !== sign) last.push(positions);
    else polygons.push([positions]);
    return polygons;
  }, []);
}

/** A source of a file as GeoJSON: one feature, in degrees, that says which it is. */
export function shapeFeature({ grid, paths }: ShapeFile, source: string): Feature<MultiPolygon | MultiLineString> {
  const toDegrees = ([x, y]: Point): Position => [...fromWorld([x / grid.size + grid.x, y / grid.size + grid.y])];
  const d = paths[source] ?? '';
  const lines = pathLines(d);
  const geometry = d.endsWith('z')
    ? { type: 'MultiPolygon' as const, coordinates: polygonsOf(lines, toDegrees) }
    : { type: 'MultiLineString' as const, coordinates: lines.map((line) => line.map(toDegrees)) };
  return { type: 'Feature', properties: { source }, geometry };
}

function dotFeatures({ grid, circles }: ShapeFile, source: string): readonly Feature<Geometry>[] {
  return (circles?.[source] ?? []).map((dots) => {
    const coordinates = dotsIn(dots).map(([x, y]) => [...fromWorld([x / grid.size + grid.x, y / grid.size + grid.y])]);
    return { type: 'Feature', properties: { source, radius: dots[0] }, geometry: { type: 'MultiPoint', coordinates } };
  });
}

/** Whether a file has anything of a source. */
export const hasSource = ({ paths, circles }: ShapeFile, source: string): boolean =>
  Boolean(paths[source] || circles?.[source]);

/** What a file has of a source as GeoJSON: features that say which source they are of. */
export const shapeFeatures = (file: ShapeFile, source: string): readonly Feature<Geometry>[] =>
  file.paths[source] ? [shapeFeature(file, source)] : dotFeatures(file, source);

/**
 * Name of the source that is drawn in place of another up to a zoom, in steps of whole zooms: what is left of a crowd of
 * shapes from so far off. A file that has none draws the other.
 */
export const farSource = (source: string, zoom: number): string => `${source}@${Math.ceil(zoom)}`;

export const isFarSource = (name: string): boolean => /@\d+$/.test(name);
