import type { PlaceAt, StreetAt } from '../../../basemap/detail/detail-file.ts';
import type { LngLat } from '../../../geo/lng-lat.ts';
import type { StreetInput } from '../../streets/place-streets.ts';
import type { TownInput } from '../../towns/place-labels.ts';

/** Names that were cut with a section's detail. */
export interface SectionNames {
  readonly streets: readonly StreetInput[];
  readonly places: readonly TownInput[];
}

export const NO_NAMES: SectionNames = { streets: [], places: [] };

/** What is written on the spot, in a language the source does not tell. */
const LOCAL = 'local';

/** A name in the first of these languages that has one, else as it is written on the spot. */
const nameIn = (names: Readonly<Record<string, string>>, locales: readonly string[]): string => {
  const found = locales.find((locale) => (names[locale] ?? '') !== '');
  return names[found ?? LOCAL] ?? '';
};

const METRES_PER_DEGREE = 111_195;
const AHEAD_METRES = 20;

/** A point some metres on from another, in a direction clockwise from east. */
function ahead([lng, lat]: LngLat, degrees: number): LngLat {
  const radians = (degrees * Math.PI) / 180;
  const step = AHEAD_METRES / METRES_PER_DEGREE;
  return [lng + (Math.cos(radians) * step) / Math.cos((lat * Math.PI) / 180), lat - Math.sin(radians) * step];
}

const rankOf = (rank: number): TownInput['rank'] => (rank === 1 ? 1 : rank === 2 ? 2 : 3);

/**
 * Names of a section's detail, each in one language.
 * @param locales those of the page, the best first
 */
export function sectionNames(
  { streets, places }: { readonly streets: readonly StreetAt[]; readonly places: readonly PlaceAt[] },
  locales: readonly string[],
): SectionNames {
  const [locale = ''] = locales;
  return {
    streets: streets.flatMap(({ names, lngLat, angle, rank, metres = Number.POSITIVE_INFINITY }) => {
      const text = nameIn(names, locales);
      return text === '' ? [] : [{ text, lngLat, toward: ahead(lngLat, angle), rank, metres }];
    }),
    places: places.flatMap(({ names, lngLat, rank }, index) => {
      const text = nameIn(names, locales);
      return text === '' ? [] : [{ id: `detail-${index}`, lngLat, names: { [locale]: text }, rank: rankOf(rank) }];
    }),
  };
}
