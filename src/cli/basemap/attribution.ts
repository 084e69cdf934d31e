import type { Credit } from '../../basemap/credits.ts';
import { type StringKey, translate } from '../../i18n/translate.ts';

/** A credit that is more than a name, so that pages in other languages can say it in theirs. */
export function wordedCredit(textKey: StringKey, licence: string, short: string | null = null): Credit {
  return { text: translate(textKey, 'en'), textKey, short, licence };
}

/** Credits the map must show, in order. `short` is what remains where there is no room: null may be dropped. */
export function attribution(has: { readonly rivers: boolean; readonly roads: boolean }): readonly Credit[] {
  return [
    wordedCredit('creditOpenStreetMap', 'ODbL-1.0', '© OpenStreetMap'),
    { text: 'Natural Earth', short: null, licence: 'public domain' },
    { text: 'GeoNames', short: 'GeoNames', licence: 'CC-BY-4.0' },
    ...(has.rivers ? [wordedCredit('creditRivers', 'LGPL-3.0-or-later')] : []),
    ...(has.roads ? [wordedCredit('creditRoads', 'MIT')] : []),
  ];
}
