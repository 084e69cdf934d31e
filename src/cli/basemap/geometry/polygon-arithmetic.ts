import polygonClipping, { type MultiPolygon } from 'polygon-clipping';
import type { Rings } from './rings.ts';

type Operation = (first: MultiPolygon, ...rest: MultiPolygon[]) => MultiPolygon;

/** Exact first; then on grids of about 10 cm, 1 m and 10 m. */
const GRIDS = [null, 1e6, 1e5, 1e4] as const;

function onGrid(polygons: readonly Rings[], grid: number | null): MultiPolygon {
  const round = (value = 0) => (grid === null ? value : Math.round(value * grid) / grid);
  return polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [round(x), round(y)])));
}

/** The sweep line of the library can lose its way where points all but coincide; on a coarser grid they do coincide. */
function attempt(operation: Operation, operands: readonly (readonly Rings[])[]): Rings[] {
  let failure: unknown;
  for (const grid of GRIDS) {
    try {
      const [first, ...rest] = operands.map((polygons) => onGrid(polygons, grid));
      return first ? (operation(first, ...rest) as Rings[]) : [];
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

export function union(...operands: readonly (readonly Rings[])[]): Rings[] {
  return attempt(polygonClipping.union, operands);
}

export function intersection(...operands: readonly (readonly Rings[])[]): Rings[] {
  return attempt(polygonClipping.intersection, operands);
}

/** The first operand without all others. */
export function difference(...operands: readonly (readonly Rings[])[]): Rings[] {
  return attempt(polygonClipping.difference, operands);
}
