import { difference, intersection, union } from './polygon-arithmetic.ts';
import { shareGaps, sitesOf } from './region-gaps.ts';
import { type Area, area, type Rings, ringAreaKm2 } from './rings.ts';
import { createSnapper, snapPolygons } from './snap.ts';

/** Leftovers of two outlines that nearly coincide. */
const CRUMB_KM2 = 0.02;

function withoutCrumbs(polygons: Rings[]): Rings[] {
  return polygons
    .map((rings) => rings.filter((ring) => ringAreaKm2(ring) > CRUMB_KM2))
    .filter((rings) => rings.length > 0);
}

/**
 * Makes regions of one source fill a country of another, better one: what sticks out is cut off, and ground between
 * their outlines goes to the nearest region, so that no sliver shows along a border or coast.
 */
export function fitRegions<P>(regions: readonly Area<P>[], land: readonly Rings[]): Area<P>[] {
  if (regions.length === 0) return [];
  const originals = regions.map(({ geometry }) => geometry.coordinates);
  const gaps = withoutCrumbs(difference(land, ...originals));
  const shares = shareGaps(gaps, sitesOf(originals));
  const snap = createSnapper();
  land.flat(2).forEach(snap);
  return regions
    .map(({ properties }, owner) => {
      const inside = intersection(originals[owner] ?? [], land);
      const parts = shares.filter((share) => share.owner === owner).map(({ part }) => part);
      return area(withoutCrumbs(snapPolygons(union(inside, ...parts), snap)), properties);
    })
    .filter(({ geometry }) => geometry.coordinates.length > 0);
}
