import { Delaunay } from 'd3';
import type { Position } from 'geojson';
import polygonClipping, { type MultiPolygon as ClipMulti } from 'polygon-clipping';
import { roundPosition } from './clip-to-bounds.ts';
import { area, ringAreaKm2, ringBounds, type Area, type Rings } from './rings.ts';

/** Leftovers of two outlines that nearly coincide. */
const CRUMB_KM2 = 0.02;
const SITE_SPACING_DEGREES = 0.02;
const NEIGHBOURHOOD_DEGREES = 0.3;

interface Site {
  readonly at: readonly [number, number];
  readonly owner: number;
}

const clipForm = (polygons: Rings[]) => polygons as unknown as ClipMulti;
const plainForm = (polygons: ClipMulti) => polygons as unknown as Rings[];

function withoutCrumbs(polygons: Rings[]): Rings[] {
  return polygons
    .map((rings) => rings.map((ring) => ring.map(roundPosition)).filter((ring) => ringAreaKm2(ring) > CRUMB_KM2))
    .filter((rings) => rings.length > 0);
}

function alongSegment([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): [number, number][] {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SITE_SPACING_DEGREES));
  return Array.from({ length: steps }, (_, i) => [ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps]);
}

function sitesOf(regions: readonly Rings[][]): Site[] {
  return regions.flatMap((polygons, owner) =>
    polygons.flat().flatMap((ring) =>
      ring.slice(1).flatMap((point, i) => alongSegment(ring[i] as Position, point).map((at) => ({ at, owner }))),
    ),
  );
}

function nearestOwners(gap: Rings, sites: readonly Site[], finder: Delaunay<Site>): number[] {
  const points = gap.flatMap((ring) => ring.slice(1).flatMap((point, i) => alongSegment(ring[i] as Position, point)));
  return [...new Set(points.map(([x, y]) => sites[finder.find(x, y)]?.owner ?? 0))].sort((a, b) => a - b);
}

/** The ground nearer to one owner's outline than to any other's, around a gap. */
function cellsOf(owner: number, gap: Rings, sites: readonly Site[]): ClipMulti {
  const [west, south, east, north] = ringBounds(gap[0] as Position[]);
  const m = NEIGHBOURHOOD_DEGREES;
  const near = sites.filter(({ at: [x, y] }) => x > west - m && x < east + m && y > south - m && y < north + m);
  const diagram = Delaunay.from(near, ({ at }) => at[0], ({ at }) => at[1]).voronoi([west - m, south - m, east + m, north + m]);
  const cells = near.flatMap((site, i) => (site.owner === owner ? [diagram.cellPolygon(i)] : [])).filter(Boolean);
  const [first, ...rest] = cells.map((cell) => [cell.map(([x, y]) => roundPosition([x, y]))] as unknown as ClipMulti[number]);
  return first ? polygonClipping.union(first, ...rest) : [];
}

function shareGap(gap: Rings, sites: readonly Site[], finder: Delaunay<Site>): { owner: number; part: ClipMulti }[] {
  const owners = nearestOwners(gap, sites, finder);
  if (owners.length === 1) return [{ owner: owners[0] as number, part: clipForm([gap]) }];
  return owners.map((owner) => ({
    owner,
    part: polygonClipping.intersection(clipForm([gap]), cellsOf(owner, gap, sites)),
  }));
}

/**
 * Makes regions of one source fill a country of another, better one: what sticks out is cut off, and ground between
 * their outlines goes to the nearest region, so that no sliver shows along a border or coast.
 */
export function fitRegions<P>(regions: readonly Area<P>[], land: Rings[]): Area<P>[] {
  const originals = regions.map(({ geometry }) => geometry.coordinates);
  const [first, ...rest] = originals.map(clipForm);
  if (!first) return [];
  const inside = originals.map((polygons) => polygonClipping.intersection(clipForm(polygons), clipForm(land)));
  const gaps = withoutCrumbs(plainForm(polygonClipping.difference(clipForm(land), first, ...rest)));
  const sites = sitesOf(originals);
  const finder = Delaunay.from(sites, ({ at }) => at[0], ({ at }) => at[1]);
  const shares = gaps.flatMap((gap) => shareGap(gap, sites, finder));
  return regions
    .map(({ properties }, owner) => {
      const parts = shares.filter((share) => share.owner === owner).map(({ part }) => part);
      return area(withoutCrumbs(plainForm(polygonClipping.union(inside[owner] as ClipMulti, ...parts))), properties);
    })
    .filter(({ geometry }) => geometry.coordinates.length > 0);
}
