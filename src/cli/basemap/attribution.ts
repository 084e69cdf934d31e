import type { Credit } from '../../basemap/credits.ts';
import { type StringKey, translate } from '../../i18n/translate.ts';
import type { Scale } from './scale.ts';

/** A credit that is more than a name, so that pages in other languages can say it in theirs. */
export function wordedCredit(textKey: StringKey, licence: string, short: string | null = null): Credit {
  return { text: translate(textKey, 'en'), textKey, short, licence };
}

/** What a map is made of, as far as it has to say so. */
export interface Credited {
  readonly scale: Scale;
  /** Rivers and roads drawn by hand for this one map. */
  readonly rivers: boolean;
  readonly roads: boolean;
  /** What the author wants said of layers of their own. */
  readonly own: string | null;
}

/** Credits the map must show, in order. `short` is what remains where there is no room: null may be dropped. */
export function attribution(has: Credited): readonly Credit[] {
  const isOsm = has.scale !== 'wide';
  return [
    ...(isOsm ? [wordedCredit('creditOpenStreetMap', 'ODbL-1.0', '© OpenStreetMap')] : []),
    { text: 'Natural Earth', short: isOsm ? null : 'Natural Earth', licence: 'public domain' },
    { text: 'GeoNames', short: 'GeoNames', licence: 'CC-BY-4.0' },
    ...(has.rivers ? [wordedCredit('creditRivers', 'LGPL-3.0-or-later')] : []),
    ...(has.roads ? [wordedCredit('creditRoads', 'MIT')] : []),
    ...(has.own === null ? [] : [{ text: has.own, short: has.own, licence: 'as its owner says' }]),
  ];
}
