import type { Position } from 'geojson';
import { boundsOf } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { isInRings, polygonAreaKm2, type Rings } from '../geometry/rings.ts';

const GRID = 48;

function distanceToSegment([px = 0, py = 0]: Position, [ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
}

function room(point: Position, rings: Rings): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      least = Math.min(least, distanceToSegment(point, ring[i - 1] as Position, ring[i] as Position));
    }
  }
  return least;
}

function gridIn([west, south, east, north]: LngLatBounds): [number, number][] {
  return Array.from({ length: GRID * GRID }, (_, i) => [
    west + ((i % GRID) + 0.5) * ((east - west) / GRID),
    south + (Math.floor(i / GRID) + 0.5) * ((north - south) / GRID),
  ]);
}

/** The point with most room around it inside the largest polygon, for a name. */
export function labelPoint(polygons: Rings[]): readonly [number, number] | null {
  const largest = polygons.toSorted((a, b) => polygonAreaKm2(b) - polygonAreaKm2(a))[0];
  if (!largest?.[0]) return null;
  const inside = gridIn(boundsOf(largest[0])).filter((point) => isInRings(point, largest));
  const best = inside.reduce<{ point: [number, number] | null; room: number }>(
    (found, point) => {
      const here = room(point, largest);
      return here > found.room ? { point, room: here } : found;
    },
    { point: null, room: 0 },
  );
  return best.point && [Math.round(best.point[0] * 100) / 100, Math.round(best.point[1] * 100) / 100];
}
