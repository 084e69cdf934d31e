import type { LngLat } from './lng-lat.ts';

type Ring = readonly LngLat[];

/** Rings of areas, holes among them. */
export type Polygons = readonly (readonly Ring[])[];

/** Edges of all rings by the band of latitude they touch, each as four numbers: where it begins and where it ends. */
interface Bands {
  readonly south: number;
  readonly perDegree: number;
  readonly edges: readonly (readonly number[])[];
}

/** Edges to a band, more or less: few enough to look at them all. */
const EDGES_PER_BAND = 8;

const bandCache = new WeakMap<Polygons, Bands>();

/** Whether an edge lies to the east of a point, at its latitude. */
const liesEast = (aLng: number, aLat: number, bLng: number, bLat: number, lng: number, lat: number): boolean =>
  aLat > lat !== bLat > lat && lng < ((aLng - bLng) * (lat - bLat)) / (aLat - bLat) + bLng;

/** Whether a point lies within one ring, closed or not. Looks at every edge: `polygonsContain` is for asking often. */
export function ringContains(ring: readonly (readonly number[])[], [x = 0, y = 0]: readonly number[]): boolean {
  const toEast = ring.filter(([bx = 0, by = 0], at) => {
    const [ax = 0, ay = 0] = ring.at(at - 1) ?? [];
    return liesEast(ax, ay, bx, by, x, y);
  });
  return toEast.length % 2 === 1;
}

function buildBands(polygons: Polygons): Bands {
  const rings = polygons.flat();
  let [south, north, total] = [Infinity, -Infinity, 0];
  for (const ring of rings) {
    total += ring.length;
    for (const [, lat] of ring) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const count = Math.max(1, Math.ceil(total / EDGES_PER_BAND));
  const perDegree = north > south ? count / (north - south) : 0;
  const edges: number[][] = Array.from({ length: count + 1 }, () => []);
  for (const ring of rings) {
    ring.forEach(([lng, lat], at) => {
      const [fromLng, fromLat] = ring.at(at - 1) ?? [lng, lat];
      const last = Math.floor((Math.max(fromLat, lat) - south) * perDegree);
      for (let band = Math.floor((Math.min(fromLat, lat) - south) * perDegree); band <= last; band += 1) {
        edges[band]?.push(fromLng, fromLat, lng, lat);
      }
    });
  }
  return { south, perDegree, edges };
}

/**
 * Whether a point lies within areas, their rings closed or not: an odd number of edges of all rings lie to its east, so
 * that holes are outside. Made for asking often of thousands of edges; the first question about the same areas sorts them.
 */
export function polygonsContain(polygons: Polygons, [lng, lat]: LngLat): boolean {
  const bands = bandCache.get(polygons) ?? buildBands(polygons);
  bandCache.set(polygons, bands);
  const near = bands.edges[Math.floor((lat - bands.south) * bands.perDegree)] ?? [];
  let isInside = false;
  for (let at = 0; at < near.length; at += 4) {
    const isEast = liesEast(near[at] ?? 0, near[at + 1] ?? 0, near[at + 2] ?? 0, near[at + 3] ?? 0, lng, lat);
    if (isEast) isInside = !isInside;
  }
  return isInside;
}
