import type { LngLat } from './lng-lat.ts';

type Ring = readonly LngLat[];
type Edge = readonly [from: LngLat, to: LngLat];

/** Edges a band should hold: few to look at, and few bands that one long edge runs through. */
const EDGES_A_BAND = 4;
const MOST_BANDS = 1024;

interface Bands {
  readonly south: number;
  readonly height: number;
  readonly edges: readonly (readonly Edge[])[];
}

function buildBands(ring: Ring): Bands {
  const lats = ring.map(([, lat]) => lat);
  const south = lats.reduce((least, lat) => Math.min(least, lat), Infinity);
  const north = lats.reduce((most, lat) => Math.max(most, lat), -Infinity);
  const count = Math.min(MOST_BANDS, Math.ceil(ring.length / EDGES_A_BAND));
  const height = (north - south) / count || 1;
  const edges: Edge[][] = Array.from({ length: count }, () => []);
  const bandOf = (lat: number): number => Math.min(count - 1, Math.floor((lat - south) / height));
  for (const [index, to] of ring.entries()) {
    const from = ring.at(index - 1) ?? to;
    const [first, last] = [bandOf(Math.min(from[1], to[1])), bandOf(Math.max(from[1], to[1]))];
    for (let band = first; band <= last; band += 1) edges[band]?.push([from, to]);
  }
  return { south, height, edges };
}

const known = new WeakMap<Ring, Bands>();

/** Even–odd, as d3's `polygonContains`, which looks at every edge: outlines have thousands, and are asked about often. */
export function ringContains(ring: Ring, [x, y]: LngLat): boolean {
  const bands = known.get(ring) ?? buildBands(ring);
  known.set(ring, bands);
  const band = Math.min(bands.edges.length - 1, Math.floor((y - bands.south) / bands.height));
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of bands.edges[band] ?? []) {
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
  }
  return inside;
}
