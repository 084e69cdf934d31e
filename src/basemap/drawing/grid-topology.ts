import type { Position } from 'geojson';
import { clamp } from '../../geo/clamp.ts';
import { simplifyLine } from '../../geo/lines/simplify-line.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { toWorld } from '../../geo/mercator.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import type { Basemap } from '../basemap.ts';
import type { DrawingGrid } from './drawing-transform.ts';

type Arcs = readonly (readonly (readonly [number, number])[])[];

/** About so many grid units from the west of a basemap to its east, whatever its extent: as fine as a map is ever shown. */
const GRID_UNITS = 36_000;
/** From the whole world to one street. */
const GRID_ZOOMS = [6, 18] as const;

/** One grid unit is one CSS pixel at this zoom: 11 for a country. */
function gridZoomFor([west, , east]: LngLatBounds): number {
  const unitsAtZero = (512 * (east - west)) / 360;
  return clamp(Math.round(Math.log2(GRID_UNITS / unitsAtZero)), ...GRID_ZOOMS);
}

/** The grid a basemap is drawn on: its origin is the basemap's north-west corner. */
export function gridFor(basemap: Basemap): DrawingGrid {
  const [west, , , north] = basemap.meta.bounds;
  const size = 512 * 2 ** gridZoomFor(basemap.meta.bounds);
  const [x, y] = toWorld([west, north]);
  return { x: Math.round(x * size) / size, y: Math.round(y * size) / size, size };
}

function gridPoint(lngLat: readonly [number, number], grid: DrawingGrid): readonly [number, number] {
  const [x, y] = toWorld(lngLat);
  return [(x - grid.x) * grid.size, (y - grid.y) * grid.size];
}

/** An area in degrees on the drawing's grid. */
export const onGrid = (area: Polygons, grid: DrawingGrid): Polygons =>
  area.map((rings) => rings.map((ring) => ring.map((point) => gridPoint(point, grid))));

/** Arcs in degrees, whatever the file's quantisation. */
function decodedArcs(basemap: Basemap): Arcs {
  const { transform } = basemap;
  if (!transform) return basemap.arcs as unknown as Arcs;
  const [[scaleX, scaleY], [shiftX, shiftY]] = [transform.scale, transform.translate];
  return basemap.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      return [x * scaleX + shiftX, y * scaleY + shiftY] as const;
    });
  });
}

function arcsOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value < 0 ? ~value : value];
  return Array.isArray(value) ? value.flatMap(arcsOf) : [];
}

/** How far a line may move, as a multiple of the drawing's tolerance. Roads are smoothed later and keep every vertex. */
const COARSENESS = { roads: 0, lakes: 3, rivers: 1.5, streams: 3 } as const;
const FAR_COARSENESS = 9;

const isSmall = (geometry: { readonly properties?: unknown }): boolean =>
  (geometry.properties as { rank?: number } | undefined)?.rank !== 1;

function coarsenessByArc(basemap: Basemap): ReadonlyMap<number, number> {
  const { roads, lakes, rivers } = basemap.objects;
  const list = (geometries: readonly object[], coarseness: number) =>
    geometries
      .flatMap((geometry) => ('arcs' in geometry ? arcsOf(geometry.arcs) : []))
      .map((arc) => [arc, coarseness] as const);
  return new Map([
    ...list(lakes.geometries, COARSENESS.lakes),
    ...list(rivers?.geometries ?? [], COARSENESS.rivers),
    ...list((rivers?.geometries ?? []).filter(isSmall), COARSENESS.streams),
    ...list(roads?.geometries ?? [], COARSENESS.roads),
  ]);
}

const touches = (arc: Arcs[number], [west, south, east, north]: LngLatBounds): boolean =>
  arc.some(([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north);

/**
 * The same topology on the drawing's grid, with arcs simplified once, so that neighbours stay neighbours.
 * @param tolerance in grid units
 * @param detail where the story looks closely; lines that never come in here are drawn coarser
 */
export function gridTopology(basemap: Basemap, grid: DrawingGrid, tolerance: number, detail: LngLatBounds): Basemap {
  const coarseness = coarsenessByArc(basemap);
  const arcs = decodedArcs(basemap).map((arc, index): Position[] => {
    const line = arc.map((point) => gridPoint(point, grid));
    const allowed = tolerance * (coarseness.get(index) ?? 1) * (touches(arc, detail) ? 1 : FAR_COARSENESS);
    return (allowed > 0 ? simplifyLine(line, allowed) : line).map(([x, y]) => [x, y]);
  });
  const { transform: _, ...rest } = basemap;
  return { ...rest, arcs };
}
