import { Delaunay } from 'd3';
import type { Position } from 'geojson';
import polygonClipping, { type MultiPolygon as ClipMulti } from 'polygon-clipping';
import { ringBounds, type Rings } from './rings.ts';

const SITE_SPACING_DEGREES = 0.02;
const NEIGHBOURHOOD_DEGREES = 0.3;

/** A point on the outline of one of the regions. */
export interface Site {
  readonly at: readonly [number, number];
  readonly owner: number;
}

export interface Share {
  readonly owner: number;
  readonly part: ClipMulti;
}

const clipForm = (rings: Rings) => [rings] as unknown as ClipMulti;

function alongRing(ring: Position[]): [number, number][] {
  return ring.slice(1).flatMap(([bx = 0, by = 0], i) => {
    const [ax = 0, ay = 0] = ring[i] as Position;
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SITE_SPACING_DEGREES));
    return Array.from({ length: steps }, (_, k): [number, number] => [
      ax + ((bx - ax) * k) / steps,
      ay + ((by - ay) * k) / steps,
    ]);
  });
}

export function sitesOf(regions: readonly Rings[][]): Site[] {
  return regions.flatMap((polygons, owner) => polygons.flat().flatMap(alongRing).map((at) => ({ at, owner })));
}

function nearestOwners(gap: Rings, sites: readonly Site[], finder: Delaunay<Site>): number[] {
  const owners = gap.flatMap(alongRing).map(([x, y]) => sites[finder.find(x, y)]?.owner ?? 0);
  return [...new Set(owners)].sort((a, b) => a - b);
}

function delaunay(sites: readonly Site[]): Delaunay<Site> {
  return Delaunay.from(sites, ({ at }) => at[0], ({ at }) => at[1]);
}

/** The ground around a gap that is nearer to one owner's outline than to any other's. */
function cellsOf(owner: number, gap: Rings, sites: readonly Site[]): ClipMulti {
  const [w, s, e, n] = ringBounds(gap[0] ?? []);
  const m = NEIGHBOURHOOD_DEGREES;
  const near = sites.filter(({ at: [x, y] }) => x > w - m && x < e + m && y > s - m && y < n + m);
  const diagram = delaunay(near).voronoi([w - m, s - m, e + m, n + m]);
  const cells = near.flatMap((site, i) => {
    const cell = site.owner === owner ? diagram.cellPolygon(i) : null;
    return cell ? [clipForm([cell as Position[]])] : [];
  });
  const [first, ...rest] = cells;
  return first ? polygonClipping.union(first, ...rest) : [];
}

/** Gives each gap, or each part of it, to the region whose outline is nearest. */
export function shareGaps(gaps: readonly Rings[], sites: readonly Site[]): Share[] {
  const finder = delaunay(sites);
  return gaps.flatMap((gap) => {
    const owners = nearestOwners(gap, sites, finder);
    if (owners.length === 1) return [{ owner: owners[0] ?? 0, part: clipForm(gap) }];
    return owners.map((owner) => ({
      owner,
      part: polygonClipping.intersection(clipForm(gap), cellsOf(owner, gap, sites)),
    }));
  });
}
