import type { Geometry, Position } from 'geojson';
import { chainLines } from './chain-lines.ts';
import { cleanLine, type Note, type Notes, readRings } from './rings.ts';

/** What a geometry comes to: what can be drawn of it, and what there was to say of it. */
export interface GeometryReading {
  /** Null where nothing can be drawn. Lines and areas of one geometry lie in one collection. */
  readonly geometry: Geometry | null;
  readonly notes: ReadonlySet<Note>;
  /** What it is instead of a geometry, as a noun; null where it is one. */
  readonly fault: string | null;
}

/** How deep positions lie in the coordinates of each type of GeoJSON. */
export const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

export const GEOMETRY_TYPES: readonly string[] = [...Object.keys(DEPTHS), 'GeometryCollection'];

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((inner: unknown) => isNested(inner, depth - 1));
  return typeof value[0] === 'number' && typeof value[1] === 'number';
}

interface Parts {
  readonly points: Position[];
  readonly lines: Position[][];
  readonly polygons: Position[][][];
}

interface Collected extends Parts {
  readonly notes: Notes;
}

/** Puts what a simple geometry holds to the parts it belongs to. */
function addSimple(type: string, coordinates: unknown, into: Collected): void {
  const { points, lines, polygons, notes } = into;
  const [, kind = type] = /^Multi(.*)$/.exec(type) ?? [];
  const all = (kind === type ? [coordinates] : coordinates) as unknown[];
  for (const one of all) {
    if (kind === 'Point') points.push((one as Position).slice(0, 2));
    else if (kind === 'LineString') lines.push(...cleanLine(one as Position[], notes));
    else polygons.push(...readRings(one as Position[][], notes));
  }
}

const isEmpty = (coordinates: unknown): boolean => Array.isArray(coordinates) && coordinates.length === 0;

function collect(geometry: unknown, into: Collected): string | null {
  if (geometry === null || geometry === undefined) return null;
  const { type, coordinates, geometries } = geometry as Readonly<Record<string, unknown>>;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.reduce<string | null>((fault, inner) => fault ?? collect(inner, into), null);
  }
  const depth = DEPTHS[String(type)];
  if (depth === undefined) return `a geometry that is none of ${GEOMETRY_TYPES.join(', ')}`;
  if (isEmpty(coordinates)) return null;
  if (!isNested(coordinates, depth))
    return `coordinates that are not those of a ${type}, in which each point is [longitude, latitude]`;
  addSimple(String(type), coordinates, into);
  return null;
}

function joined({ points, lines, polygons }: Parts): Geometry | null {
  const [point, line, polygon] = [points[0], lines[0], polygons[0]];
  const found: (Geometry | undefined)[] = [
    polygon &&
      (polygons.length === 1
        ? { type: 'Polygon', coordinates: polygon }
        : { type: 'MultiPolygon', coordinates: polygons }),
    line &&
      (lines.length === 1
        ? { type: 'LineString', coordinates: line }
        : { type: 'MultiLineString', coordinates: lines }),
    point &&
      (points.length === 1 ? { type: 'Point', coordinates: point } : { type: 'MultiPoint', coordinates: points }),
  ];
  const geometries = found.filter((one) => one !== undefined);
  return geometries.length > 1 ? { type: 'GeometryCollection', geometries } : (geometries[0] ?? null);
}

/**
 * Reads a GeoJSON geometry as people's programs write them: rings are closed and turned as RFC 7946 has them, lines that
 * meet are joined, points that repeat the one before and third coordinates are dropped, collections are taken apart.
 */
export function readGeometry(geometry: unknown): GeometryReading {
  const notes: Notes = new Set();
  const parts: Collected = { points: [], lines: [], polygons: [], notes };
  const fault = collect(geometry, parts);
  const made = fault === null ? joined({ ...parts, lines: chainLines(parts.lines).map((line) => [...line]) }) : null;
  if (made === null && fault === null && notes.size === 0) notes.add('empty');
  return { geometry: made, notes, fault };
}
