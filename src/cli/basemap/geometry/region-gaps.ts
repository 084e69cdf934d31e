import { Delaunay } from 'd3';
import type { Position } from 'geojson';
import { merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { boundsOf } from '../../../geo/bounds.ts';
import { roundPosition } from './clip-to-bounds.ts';
import { layerTopology } from './layer-topology.ts';
import { intersection } from './polygon-arithmetic.ts';
import { area, type Rings } from './rings.ts';

const SITE_SPACING_DEGREES = 0.02;
const NEIGHBOURHOOD_DEGREES = 0.3;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A point on the outline of one of the regions. */
export interface Site {
  readonly at: readonly [number, number];
  readonly owner: number;
}

export interface Share {
  readonly owner: number;
  readonly part: Rings[];
}

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

/** Points along all outlines, except where two regions meet: those are no nearer to one than to the other. */
export function sitesOf(regions: readonly Rings[][]): Site[] {
  const sites = regions.flatMap((polygons, owner) =>
    polygons.flat().flatMap((ring) => alongRing(ring).map((at) => ({ at, owner }))),
  );
  const keyOf = ({ at }: Site) => at.map((degrees) => degrees.toFixed(5)).join();
  const owners = new Map<string, Set<number>>();
  for (const site of sites) owners.set(keyOf(site), (owners.get(keyOf(site)) ?? new Set()).add(site.owner));
  return sites.filter((site) => owners.get(keyOf(site))?.size === 1);
}

function nearestOwners(gap: Rings, sites: readonly Site[], finder: Delaunay<Site>): number[] {
  const owners = gap.flatMap(alongRing).map(([x, y]) => sites[finder.find(x, y)]?.owner ?? 0);
  return [...new Set(owners)].sort((a, b) => a - b);
}

/** Some ten metres, never the same twice: points in rows make cells that polygon arithmetic cannot tell apart. */
function jitter(index: number): number {
  return (((index * GOLDEN) % 1) - 0.5) * 2e-4;
}

function delaunay(sites: readonly Site[]): Delaunay<Site> {
  return Delaunay.from(
    sites,
    ({ at }, i) => at[0] + jitter(i),
    ({ at }, i) => at[1] + jitter(i * 7 + 3),
  );
}

/** The ground around a gap that is nearer to one owner's outline than to any other's. */
function groundOf(owner: number, gap: Rings, sites: readonly Site[]): Rings[] {
  const [w, s, e, n] = boundsOf(gap[0] ?? []);
  const m = NEIGHBOURHOOD_DEGREES;
  const near = sites.filter(({ at: [x, y] }) => x > w - m && x < e + m && y > s - m && y < n + m);
  const diagram = delaunay(near).voronoi([w - m, s - m, e + m, n + m]);
  const cells = near.flatMap((site, i) => {
    const cell = site.owner === owner ? diagram.cellPolygon(i) : null;
    return cell ? [area([[cell.map(roundPosition)]], {})] : [];
  });
  const topo = layerTopology(cells);
  return merge(topo, topo.objects.layer.geometries as (Polygon | MultiPolygon)[]).coordinates;
}

/** Gives each gap, or each part of it, to the region whose outline is nearest; without any outline, to none. */
export function shareGaps(gaps: readonly Rings[], sites: readonly Site[]): Share[] {
  if (sites.length === 0) return [];
  const finder = delaunay(sites);
  return gaps.flatMap((gap) => {
    const owners = nearestOwners(gap, sites, finder);
    if (owners.length === 1) return [{ owner: owners[0] ?? 0, part: [gap] }];
    return owners.map((owner) => ({ owner, part: intersection([gap], groundOf(owner, gap, sites)) }));
  });
}
