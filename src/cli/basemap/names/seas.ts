import { placeIn } from '../../../geo/antimeridian.ts';
import { contains } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { MapName } from './map-name.ts';

/** A sea of `src/basemap/sources/seas.json`, which is written for this project. */
export interface Sea {
  readonly names: Readonly<Record<string, string>>;
  /** Width of the open water, in degrees of latitude. */
  readonly degrees: number;
  /** Where its name may stand, the best place first. */
  readonly at: readonly (readonly [number, number])[];
}

/** A sea narrower than this share of the map has no room for its name. */
const MIN_SHARE = 0.012;

/** Names of the seas that a map shows, the widest first. */
export function seasInBounds(seas: readonly Sea[], bounds: LngLatBounds, languages: readonly string[]): MapName[] {
  const [west, south, east, north] = bounds;
  const wanted = ['en', ...languages];
  return seas
    .filter(({ degrees }) => degrees >= MIN_SHARE * Math.max(east - west, north - south))
    .toSorted((a, b) => b.degrees - a.degrees)
    .flatMap(({ names, at }): MapName[] => {
      const place = at.find((point) => contains(bounds, point));
      const known = Object.fromEntries(Object.entries(names).filter(([language]) => wanted.includes(language)));
      return place ? [{ kind: 'water', lngLat: placeIn(bounds, place), names: known }] : [];
    });
}
