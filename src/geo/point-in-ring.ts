import type { LngLat } from './lng-lat.ts';

type Ring = readonly LngLat[];

/** Edges of a ring by the band of latitude they touch, each as the numbers of its two ends. */
interface Bands {
  readonly south: number;
  readonly perDegree: number;
  readonly edges: readonly (readonly number[])[];
}

/** Edges to a band, more or less: few enough to look at them all. */
const EDGES_PER_BAND = 8;

const known = new WeakMap<Ring, Bands>();

function buildBands(ring: Ring): Bands {
  let [south, north] = [Infinity, -Infinity];
  for (const [, lat] of ring) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  const count = Math.max(1, Math.ceil(ring.length / EDGES_PER_BAND));
  const perDegree = north > south ? count / (north - south) : 0;
  const edges: number[][] = Array.from({ length: count + 1 }, () => []);
  for (let to = 0, from = ring.length - 1; to < ring.length; from = to, to += 1) {
    const [a, b] = [ring[from]?.[1] ?? 0, ring[to]?.[1] ?? 0];
    const last = Math.floor((Math.max(a, b) - south) * perDegree);
    for (let band = Math.floor((Math.min(a, b) - south) * perDegree); band <= last; band += 1) {
      edges[band]?.push(from, to);
    }
  }
  return { south, perDegree, edges };
}

/**
 * Whether a point lies within a ring, closed or not: an odd number of edges lie to its east. Made for asking often of
 * rings with thousands of edges; the first question sorts them.
 */
export function ringContains(ring: Ring, [lng, lat]: LngLat): boolean {
  const bands = known.get(ring) ?? buildBands(ring);
  known.set(ring, bands);
  const near = bands.edges[Math.floor((lat - bands.south) * bands.perDegree)] ?? [];
  let isInside = false;
  for (let at = 0; at < near.length; at += 2) {
    const [a, b] = [ring[near[at] ?? 0], ring[near[at + 1] ?? 0]];
    if (!a || !b || a[1] > lat === b[1] > lat) continue;
    if (lng < ((a[0] - b[0]) * (lat - b[1])) / (a[1] - b[1]) + b[0]) isInside = !isInside;
  }
  return isInside;
}
