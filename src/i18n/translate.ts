import { fillIn, type Params, type Text } from './fill-in.ts';
import { MAP_STRINGS } from './map-text.ts';
import en from './strings/en.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<string, Text>>;

const PAGE_STRINGS: Readonly<Record<string, Strings>> = { en };

/** All interface texts by language. English is the whole set: the others are held to its keys. */
export const STRINGS: Readonly<Record<string, Strings>> = Object.fromEntries(
  Object.entries(PAGE_STRINGS).map(([locale, strings]) => [locale, { ...MAP_STRINGS[locale], ...strings }]),
);

/**
 * A text of the pages in the reader's language. Where a language lacks a text the English one stands in, and
 * `npm run check` says so.
 */
export function translate(key: StringKey, locale: string, params: Params = {}): string {
  const own = PAGE_STRINGS[locale]?.[key];
  return own === undefined ? fillIn(en[key], 'en', params) : fillIn(own, locale, params);
}
