import polygonClipping, { type MultiPolygon as ClipMulti } from 'polygon-clipping';
import { shareGaps, sitesOf } from './region-gaps.ts';
import { area, ringAreaKm2, type Area, type Rings } from './rings.ts';
import { createSnapper, snapPolygons } from './snap.ts';

/** Leftovers of two outlines that nearly coincide. */
const CRUMB_KM2 = 0.02;

const clipForm = (polygons: readonly Rings[]) => polygons as unknown as ClipMulti;
const plainForm = (polygons: ClipMulti) => polygons as unknown as Rings[];

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
  const ground = clipForm(land);
  const originals = regions.map(({ geometry }) => geometry.coordinates);
  const [first, ...rest] = originals.map(clipForm);
  if (!first) return [];
  const gaps = withoutCrumbs(plainForm(polygonClipping.difference(ground, first, ...rest)));
  const shares = shareGaps(gaps, sitesOf(originals));
  const snap = createSnapper();
  land.flat(2).forEach(snap);
  return regions
    .map(({ properties }, owner) => {
      const inside = polygonClipping.intersection(clipForm(originals[owner] ?? []), ground);
      const parts = shares.filter((share) => share.owner === owner).map(({ part }) => part);
      const whole = plainForm(polygonClipping.union(inside, ...parts));
      return area(withoutCrumbs(snapPolygons(whole, snap)), properties);
    })
    .filter(({ geometry }) => geometry.coordinates.length > 0);
}
