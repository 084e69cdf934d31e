import type { Position } from 'geojson';
import type { Ring, Rings } from './rings.ts';

/** About two metres: what rounding in polygon arithmetic can move a point, and far less than any real distance. */
const SAME_DEGREES = 2e-5;

/** Gives points that mean the same the same coordinates: those of the first one seen. */
export function createSnapper(): (point: Position) => Position {
  const cells = new Map<string, Position[]>();
  const cellOf = (value: number) => Math.floor(value / SAME_DEGREES);
  return (point) => {
    const [x = 0, y = 0] = point;
    const [column, row] = [cellOf(x), cellOf(y)];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx},${row + dy}`) ?? []),
    );
    const known = around.find(([kx = 0, ky = 0]) => Math.hypot(kx - x, ky - y) < SAME_DEGREES);
    if (known) return known;
    const key = `${column},${row}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
    return point;
  };
}

function snapRing(ring: Ring, snap: (point: Position) => Position): Ring {
  return ring.map(snap).filter((point, i, all) => i === 0 || point !== all[i - 1]);
}

/** Rings with their points snapped; those that collapse are left out. */
export function snapPolygons(polygons: readonly Rings[], snap: (point: Position) => Position): Rings[] {
  return polygons
    .map((rings) => rings.map((ring) => snapRing(ring, snap)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
}
