import type { Geometry } from 'geojson';
import type { JoinedShape } from '../../data/layers/build-layer.ts';
import { flowLine } from '../../data/layers/flow-line.ts';
import { type JoinReport, joinTable, keyOf } from '../../data/layers/join.ts';
import type { DataShape } from '../../data/layers/layer-spec.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import type { Cell, Row, Table, TableReading } from '../../story/table.ts';
import { type RawStory, roleOf } from '../files/raw.ts';
import { fileNamed, membersOf } from '../files/story-files.ts';
import { parseData } from '../schema/data.ts';
import type { RawLayer } from '../schema/layers.ts';

/** What layers may take from the basemap and the gazetteer. */
export interface LayerContext {
  readonly raw: RawStory;
  readonly regions: Readonly<Record<string, Polygons>>;
  /** Positions of places by id. */
  readonly places: Readonly<Record<string, LngLat>>;
}

/** Rows that lead nowhere, by their number as a spreadsheet counts. */
export interface PlacingReport {
  /** Without a position, or with one that is none on earth. */
  readonly lost: readonly number[];
  /** Places that the gazetteer does not have. */
  readonly unknown: readonly string[];
}

export interface LayerInput {
  readonly shapes: readonly JoinedShape[];
  readonly join: JoinReport | null;
  readonly placing: PlacingReport;
}

const NOWHERE: PlacingReport = { lost: [], unknown: [] };

const cellIn = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : null;

const cellsIn = (properties: unknown): Row =>
  Object.fromEntries(Object.entries(membersOf(properties)).map(([name, value]) => [name, cellIn(value)]));

/** A table of the story by its path, or undefined where there is none that can be read. */
export function tableAt(raw: RawStory, path: string): Table | undefined {
  const file = fileNamed(raw, path);
  if (file === undefined || file.fault !== null || roleOf(path).role !== 'table') return undefined;
  return (file.data as TableReading).table;
}

/** The file that shapes are named with, without the object of it. */
export const pathIn = (shapes: string): string => shapes.replace(/#.*$/, '');

/** Names of the objects of a file, where it has several. */
export function objectsAt(raw: RawStory, path: string): readonly string[] {
  const { objects } = membersOf(fileNamed(raw, path)?.data);
  return Array.isArray(objects) && roleOf(path).role === 'data' ? objects.map(String) : [];
}

/** Shapes of a file of the story, or of one of its objects, with their properties. */
export function shapesAt(raw: RawStory, shapes: string): readonly DataShape[] | undefined {
  const path = pathIn(shapes);
  const object = shapes === path ? undefined : shapes.slice(path.length + 1);
  const file = fileNamed(raw, path);
  if (file === undefined || file.fault !== null || roleOf(path).role !== 'data') return undefined;
  const { features, indexes } = parseData(file.data);
  const all = membersOf(file.data)['features'] as readonly unknown[] | undefined;
  return features.flatMap(({ id, geometry }, at) => {
    const { properties, object: own } = membersOf(all?.[indexes[at] ?? at]);
    return object !== undefined && own !== object ? [] : [{ id, geometry, cells: { id, ...cellsIn(properties) } }];
  });
}

const regionShapes = (regions: LayerContext['regions']): readonly DataShape[] =>
  Object.entries(regions).map(([id, polygons]) => {
    const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])));
    return { id, geometry: { type: 'MultiPolygon', coordinates }, cells: { id } };
  });

const isOnEarth = (lng: Cell | undefined, lat: Cell | undefined): boolean =>
  typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 360 && Math.abs(lat) < 90;

interface Placed {
  readonly shapes: readonly JoinedShape[];
  readonly placing: PlacingReport;
}

/** Rows as shapes, where their cells say where they lie. */
function placedRows(table: Table, geometryOf: (row: Row) => Geometry | null, nameColumn: string | undefined): Placed {
  const lost: number[] = [];
  const shapes = table.rows.flatMap((row, index): readonly JoinedShape[] => {
    const geometry = geometryOf(row);
    if (geometry === null) {
      lost.push(table.rowNumbers[index] ?? index + 2);
      return [];
    }
    const own = keyOf(row['id']) || (nameColumn === undefined ? '' : keyOf(row[nameColumn]));
    return [{ id: own || String(index + 1), geometry, cells: row, rows: [row] }];
  });
  return { shapes, placing: { lost, unknown: [] } };
}

function pointRows(table: Table, [lng, lat]: readonly [string, string], name: string | undefined): Placed {
  const pointOf = (row: Row): Geometry | null =>
    isOnEarth(row[lng], row[lat]) ? { type: 'Point', coordinates: [Number(row[lng]), Number(row[lat])] } : null;
  return placedRows(table, pointOf, name);
}

function flowRows(table: Table, from: string, to: string, places: LayerContext['places']): Placed {
  const unknown = new Set<string>();
  const find = (cell: Cell | undefined): LngLat | undefined => {
    const place = places[keyOf(cell)];
    if (place === undefined && keyOf(cell) !== '') unknown.add(keyOf(cell));
    return place;
  };
  const { shapes, placing } = placedRows(
    table,
    (row) => {
      const [start, end] = [find(row[from]), find(row[to])];
      return start === undefined || end === undefined ? null : flowLine(start, end);
    },
    undefined,
  );
  return { shapes, placing: { ...placing, unknown: [...unknown] } };
}

const nameColumnOf = ({ name }: RawLayer): string | undefined => (typeof name === 'string' ? name : undefined);

function joined(shapes: readonly DataShape[], { join, time }: RawLayer, raw: RawStory): LayerInput {
  if (join === undefined) {
    return { shapes: shapes.map((shape) => ({ ...shape, rows: [shape.cells] })), join: null, placing: NOWHERE };
  }
  const [property, column] = typeof join.on === 'string' ? [join.on, join.on] : join.on;
  const table = tableAt(raw, join.table) ?? { columns: [], rows: [], rowNumbers: [] };
  const keyIn = ({ cells }: DataShape): string => keyOf(cells[property]);
  const { rowsOf, report } = joinTable(shapes.map(keyIn), table, column, time?.column ?? null);
  return {
    shapes: shapes.map((shape) => ({ ...shape, id: keyIn(shape) || shape.id, rows: rowsOf.get(keyIn(shape)) ?? [] })),
    join: report,
    placing: NOWHERE,
  };
}

/** The file, or the object of it, that a layer's geometry, or what its geometry is made of, comes from. */
export const fileOf = ({ areas, points, lines }: RawLayer): string => areas ?? points ?? lines ?? '';

/** What a layer is made of. Files that are missing or broken give nothing: rules tell them. */
export function layerInput(layer: RawLayer, { raw, regions, places }: LayerContext): LayerInput {
  const path = fileOf(layer);
  const table = tableAt(raw, path);
  if (table !== undefined) {
    const { at, from, to } = layer;
    const name = nameColumnOf(layer);
    const none: Placed = { shapes: [], placing: NOWHERE };
    const placed =
      at !== undefined
        ? pointRows(table, at, name)
        : from !== undefined && to !== undefined
          ? flowRows(table, from, to, places)
          : none;
    return { ...placed, join: null };
  }
  return joined(path === 'regions' ? regionShapes(regions) : (shapesAt(raw, path) ?? []), layer, raw);
}
