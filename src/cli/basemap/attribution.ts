import type { Credit } from '../../basemap/credits.ts';
import { UNSTATED } from '../../content/files/stated-licence.ts';
import { type StringKey, translate } from '../../i18n/translate.ts';
import type { Scale } from './scale.ts';

/** A credit that is more than a name, so that pages in other languages can say it in theirs. */
export function wordedCredit(textKey: StringKey, licence: string, short: string | null = null): Credit {
  return { text: translate(textKey, 'en'), textKey, short, licence };
}

/** What a table made by hand says of itself, beside `features`. */
export interface TableOrigin {
  /** Where its lines come from, as the map shall credit it. */
  readonly source?: string;
  /** On which terms: an SPDX name, or words. */
  readonly licence?: string;
  /** An interface text that says `source` in the languages of the pages. */
  readonly textKey?: StringKey;
}

/** The credit of a table made by hand, from its own words; what it does not say is unstated. */
function tableCredit(what: 'Rivers' | 'Roads', { source, licence, textKey }: TableOrigin): Credit {
  const terms = licence === undefined || licence.trim() === '' ? UNSTATED : licence;
  if (textKey !== undefined) return wordedCredit(textKey, terms);
  const isNamed = source !== undefined && source.trim() !== '';
  return { text: isNamed ? source : `${what}: source ${UNSTATED}`, short: null, licence: terms };
}

/** What a map is made of, as far as it has to say so. */
export interface Credited {
  readonly scale: Scale;
  /** Tables of rivers and roads drawn by hand for this one map; null where it has none. */
  readonly rivers: TableOrigin | null;
  readonly roads: TableOrigin | null;
  /** What the author wants said of layers of their own. */
  readonly own: string | null;
}

/** Credits the map must show, in order. `short` is what remains where there is no room: null may be dropped. */
export function attribution({ scale, rivers, roads, own }: Credited): readonly Credit[] {
  const isOsm = scale !== 'wide';
  return [
    ...(isOsm ? [wordedCredit('creditOpenStreetMap', 'ODbL-1.0', '© OpenStreetMap')] : []),
    { text: 'Natural Earth', short: isOsm ? null : 'Natural Earth', licence: 'public domain' },
    { text: 'GeoNames', short: 'GeoNames', licence: 'CC-BY-4.0' },
    ...(rivers === null ? [] : [tableCredit('Rivers', rivers)]),
    ...(roads === null ? [] : [tableCredit('Roads', roads)]),
    ...(own === null ? [] : [{ text: own, short: own, licence: 'as its owner says' }]),
  ];
}
