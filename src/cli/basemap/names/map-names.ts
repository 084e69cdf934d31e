import type { BasemapMeta } from '../../../basemap/basemap.ts';
import { type Area, polygonAreaKm2 } from '../geometry/rings.ts';
import { labelPoint } from './label-point.ts';

export type MapName = BasemapMeta['names'][number];

/** A name of the hand table: a water, or a country called otherwise or written elsewhere than by rule. */
export interface NameEntry {
  readonly kind: 'country' | 'water';
  readonly a3?: string;
  readonly names: Readonly<Record<string, string>>;
  readonly lngLat?: readonly [number, number];
}

/** A country that shows less than this share of the land in view has no room for its name. */
const MIN_SHARE = 0.004;

function areaOf({ geometry }: Area<object>): number {
  return geometry.coordinates.reduce((sum, rings) => sum + polygonAreaKm2(rings), 0);
}

/** Names of the countries in view, then of waters. */
export function mapNames(
  land: readonly Area<{ a3: string }>[],
  table: readonly NameEntry[],
  namesOf: (a3: string) => Readonly<Record<string, string>>,
): MapName[] {
  const whole = land.reduce((sum, country) => sum + areaOf(country), 0);
  const countries = land
    .filter((country) => areaOf(country) > whole * MIN_SHARE)
    .flatMap(({ geometry, properties: { a3 } }): MapName[] => {
      const entry = table.find((row) => row.a3 === a3);
      const lngLat = entry?.lngLat ?? labelPoint(geometry.coordinates);
      return lngLat ? [{ kind: 'country', lngLat, names: entry?.names ?? namesOf(a3) }] : [];
    });
  const waters = table.flatMap(({ kind, lngLat, names }) =>
    kind === 'water' && lngLat ? [{ kind, lngLat, names }] : [],
  );
  return [...countries, ...waters];
}
