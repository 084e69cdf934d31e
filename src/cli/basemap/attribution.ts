import type { Credit } from '../../basemap/credits.ts';
import { UNSTATED } from '../../content/files/stated-licence.ts';
import { type StringKey, translate } from '../../i18n/translate.ts';

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
export function tableCredit(what: 'Rivers' | 'Roads', { source, licence, textKey }: TableOrigin): Credit {
  const terms = licence === undefined || licence.trim() === '' ? UNSTATED : licence;
  if (textKey !== undefined) return wordedCredit(textKey, terms);
  const isNamed = source !== undefined && source.trim() !== '';
  return { text: isNamed ? source : `${what}: source ${UNSTATED}`, short: null, licence: terms };
}

/** Credits the map must show, in order. `short` is what remains where there is no room: null may be dropped. */
export function attribution(tables: {
  readonly rivers: TableOrigin | null;
  readonly roads: TableOrigin | null;
}): readonly Credit[] {
  return [
    wordedCredit('creditOpenStreetMap', 'ODbL-1.0', '© OpenStreetMap'),
    { text: 'Natural Earth', short: null, licence: 'public domain' },
    { text: 'GeoNames', short: 'GeoNames', licence: 'CC-BY-4.0' },
    ...(tables.rivers === null ? [] : [tableCredit('Rivers', tables.rivers)]),
    ...(tables.roads === null ? [] : [tableCredit('Roads', tables.roads)]),
  ];
}
