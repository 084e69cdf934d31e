import { contains } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { type Area, polygonAreaKm2 } from '../geometry/rings.ts';
import { scaleOf } from '../scale.ts';
import type { NameCountry } from './country-codes.ts';
import { labelPoint } from './label-point.ts';
import type { MapName } from './map-name.ts';
import { type Sea, seasInBounds } from './seas.ts';

/** A name of the hand table: a water, or a country called otherwise or written elsewhere than by rule. */
export interface NameEntry {
  readonly kind: 'country' | 'water';
  readonly a3?: string;
  readonly names: Readonly<Record<string, string>>;
  readonly lngLat?: readonly [number, number];
}

/** A country that shows less than this share of the land in view has no room for its name; a wide map is looked at closely. */
const MIN_SHARE = { wide: 0.0002, country: 0.004, close: 0.004 } as const;
/** Where all of a town's map is one country, its name is no help. */
const ONLY_SHARE = 0.98;

function areaOf({ geometry }: Area<object>): number {
  return geometry.coordinates.reduce((sum, rings) => sum + polygonAreaKm2(rings), 0);
}

/** What the names of a map are taken from. */
export interface NameSources {
  readonly table: readonly NameEntry[];
  readonly seas: readonly Sea[];
  readonly nameCountry: NameCountry;
  /** Languages of the waters' names, besides English. */
  readonly languages: readonly string[];
}

/** Names of the countries in view, the largest first where the map is wide, then of waters: those of the table, or of the seas in view. */
export function mapNames(
  land: readonly Area<{ a3: string }>[],
  bounds: LngLatBounds,
  { table, seas, nameCountry, languages }: NameSources,
): MapName[] {
  const scale = scaleOf(bounds);
  const whole = land.reduce((sum, country) => sum + areaOf(country), 0);
  const most = scale === 'close' ? ONLY_SHARE : 1;
  const shown = land.filter((country) => {
    const share = areaOf(country) / whole;
    return share > MIN_SHARE[scale] && share <= most;
  });
  const ordered = scale === 'wide' ? shown.toSorted((a, b) => areaOf(b) - areaOf(a)) : shown;
  const countries = ordered.flatMap(({ geometry, properties: { a3 } }): MapName[] => {
    const entry = table.find((row) => row.a3 === a3);
    const lngLat = entry?.lngLat ?? labelPoint(geometry.coordinates, bounds);
    const names = entry?.names ?? nameCountry(a3);
    return lngLat && names['en'] !== a3 ? [{ kind: 'country', lngLat, names }] : [];
  });
  const waters = table.flatMap(({ kind, lngLat, names }) =>
    kind === 'water' && lngLat && contains(bounds, lngLat) ? [{ kind, lngLat, names }] : [],
  );
  return [...countries, ...(waters.length > 0 ? waters : seasInBounds(seas, bounds, languages))];
}
