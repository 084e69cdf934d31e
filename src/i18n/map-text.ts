import { fillIn, type Params, type Text } from './fill-in.ts';
import en from './strings/map/en.json' with { type: 'json' };

export type MapTextKey = keyof typeof en;

/** Texts drawn on the map, apart from those of the pages: the reader's browser has to fetch them. */
export const MAP_STRINGS: Readonly<Record<string, Readonly<Partial<Record<MapTextKey, Text>>>>> = { en };

/** A text on the map in the reader's language, or else in English. */
export function mapText(key: MapTextKey, locale: string, params: Params = {}): string {
  const own = MAP_STRINGS[locale]?.[key];
  return own === undefined ? fillIn(en[key], 'en', params) : fillIn(own, locale, params);
}
