import { fillIn, type Params, type Text } from './fill-in.ts';
import { LOCALES } from './locales.ts';
import { MAP_TEXT_KEYS, type MapTexts } from './map-text.ts';
import en from './strings/en.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<string, Text>>;

/** A language that is listed and has no texts yet is told so by `npm run check`, not by a page that breaks. */
async function stringsOf(locale: string): Promise<Strings> {
  try {
    const file = (await import(`./strings/${locale}.json`, { with: { type: 'json' } })) as {
      readonly default: Strings;
    };
    return file.default;
  } catch {
    return {};
  }
}

const loaded: Record<string, Strings> = Object.fromEntries(
  await Promise.all(Object.keys(LOCALES).map(async (locale) => [locale, await stringsOf(locale)] as const)),
);

/** All interface texts by language. English is the whole set: the others are held to its keys. */
export const STRINGS: Readonly<Record<string, Strings>> = loaded;

/** Finds the texts of languages that stories are told in and `LOCALES` says nothing of: a file of strings is enough. */
export async function loadStrings(locales: Iterable<string>, read = stringsOf): Promise<void> {
  const wanted = [...new Set(locales)].filter((locale) => /^[\w-]+$/.test(locale) && loaded[locale] === undefined);
  for (const locale of wanted) loaded[locale] = await read(locale);
}

/**
 * A text of the pages in the reader's language. Where a language lacks a text the English one stands in, and
 * `npm run check` says so.
 */
export function translate(key: StringKey, locale: string, params: Params = {}): string {
  const own = STRINGS[locale]?.[key];
  return own === undefined ? fillIn(en[key], 'en', params) : fillIn(own, locale, params);
}

/** The texts of the map in the reader's language, their parameters not yet filled in. */
export function mapTextsIn(locale: string): MapTexts {
  return Object.fromEntries(MAP_TEXT_KEYS.map((key) => [key, String(STRINGS[locale]?.[key] ?? en[key])]));
}
