import type { Position } from 'geojson';
import type { Basemap } from '../basemap/basemap.ts';
import { toWorld } from '../geo/mercator.ts';
import type { DrawingGrid } from './drawing-transform.ts';
import { simplifyLine } from './simplify-line.ts';

type Arcs = readonly (readonly (readonly [number, number])[])[];

/** One grid unit is one CSS pixel at this zoom. */
const GRID_ZOOM = 11;

/** The grid a basemap is drawn on: its origin is the basemap's north-west corner. */
export function gridFor(basemap: Basemap): DrawingGrid {
  const [west, , , north] = basemap.meta.bounds;
  const size = 512 * 2 ** GRID_ZOOM;
  const [x, y] = toWorld([west, north]);
  return { x: Math.round(x * size) / size, y: Math.round(y * size) / size, size };
}

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

/** Arcs that only roads use: they are smoothed later, so they keep all their vertices. */
function roadArcs(basemap: Basemap): ReadonlySet<number> {
  const roads = basemap.objects.roads?.geometries ?? [];
  return new Set(roads.flatMap((road) => ('arcs' in road ? arcsOf(road.arcs) : [])));
}

/**
 * The same topology on the drawing's grid, with arcs simplified once, so that neighbours stay neighbours.
 * @param tolerance in grid units
 */
export function gridTopology(basemap: Basemap, grid: DrawingGrid, tolerance: number): Basemap {
  const exact = roadArcs(basemap);
  const arcs = decodedArcs(basemap).map((arc, index): Position[] => {
    const onGrid = arc.map(([lng, lat]) => {
      const [x, y] = toWorld([lng, lat]);
      return [(x - grid.x) * grid.size, (y - grid.y) * grid.size] as const;
    });
    return (exact.has(index) ? onGrid : simplifyLine(onGrid, tolerance)).map(([x, y]) => [x, y]);
  });
  const { transform: _, ...rest } = basemap;
  return { ...rest, arcs };
}
