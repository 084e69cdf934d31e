import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { type Area, isInRings, polygonAreaKm2 } from '../geometry/rings.ts';

type Country = Area<{ a3: string }>;

function areaInView({ geometry }: Country): number {
  return geometry.coordinates.reduce((sum, rings) => sum + polygonAreaKm2(rings), 0);
}

/** The country in the middle of the map, or the one that shows most of itself where the middle is sea. */
export function countryInTheMiddle(land: readonly Country[], [west, south, east, north]: LngLatBounds): string {
  const middle = [(west + east) / 2, (south + north) / 2];
  const covering = land.find(({ geometry }) => geometry.coordinates.some((rings) => isInRings(middle, rings)));
  const largest = land.toSorted((a, b) => areaInView(b) - areaInView(a))[0];
  return (covering ?? largest)?.properties.a3 ?? '';
}
