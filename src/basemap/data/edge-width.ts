import { median, polygonArea } from 'd3';
import type { Geometry } from 'geojson';
import { polygonsOf } from '../../story/shapes/geometry-parts.ts';
import type { DataPart } from '../../story/sources/map-source.ts';
import type { DrawingGrid } from '../drawing/drawing-transform.ts';

/** Width of the line between two areas, in CSS pixels. */
const EDGE_PX = 0.6;
/** Lines wider than this share of an area's side pale its colour: thousands of small areas would look white. */
const EDGE_SHARE = 1 / 24;
/** Small screens see a section from so many zooms farther off. */
const FARTHER = 2.5;
/** Below this nothing is left of a line. */
const STEPS = [3, 2, 1, 0] as const;

const areaOf = (geometry: Geometry): number =>
  polygonsOf(geometry).reduce(
    (sum, [outer = []]) => sum + Math.abs(polygonArea(outer.map(([x = 0, y = 0]) => [x, y]))),
    0,
  );

/**
 * How wide the lines between areas are: the usual width, and less from so far off that most areas are small.
 * @param shapes on the grid
 * @param zoom the nearest they are seen at
 */
export function edgeWidth(
  shapes: readonly Geometry[],
  { size }: DrawingGrid,
  zoom: number,
): NonNullable<DataPart['width']> {
  const areas = shapes.map(areaOf).filter((area) => area > 0);
  const side = Math.sqrt(median(areas) ?? 0) / size;
  if (side === 0) return EDGE_PX;
  const full = Math.log2(EDGE_PX / EDGE_SHARE / (512 * side));
  if (full <= zoom - FARTHER) return EDGE_PX;
  return STEPS.map((below) => [Number((full - below).toFixed(2)), Number((EDGE_PX / 2 ** below).toFixed(3))] as const);
}
