import { fillIn, type Params, type Text } from './fill-in.ts';
import { canonicalTag } from './language-tags.ts';
import { LOCALES } from './locale-entries.ts';
import { MAP_TEXT_KEYS, type MapTexts } from './map-text.ts';
import en from './strings/en.json' with { type: 'json' };

export type StringKey = keyof typeof en;
export type Strings = Readonly<Record<string, Text>>;

/** The language that has every text. */
export const INTERFACE_LOCALE = 'en';

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

/** The tag with one part less after another: `zh-Hant-TW`, `zh-Hant`, `zh`. */
const broader = (locale: string): readonly string[] =>
  locale.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'));

/** Language and script of a tag; a script that it does not name is the one the language is mostly written in. */
function kindOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language} ${script}`;
}

const LISTED_KINDS: readonly (readonly [tag: string, kind: string])[] = Object.keys(LOCALES).map((tag) => [
  tag,
  kindOf(tag),
]);

/**
 * Languages whose texts stand in for one another, the nearest first and without English: the tag's own, broader ones, and
 * those of the same language and script elsewhere, as `pt-BR` for `pt-PT`. Who reads one Chinese script may not read the other.
 */
export function fallbacksOf(locale: string): readonly string[] {
  if (canonicalTag(locale) === null) return [locale];
  const kind = kindOf(locale);
  const wider = broader(locale).slice(1);
  const near = LISTED_KINDS.flatMap(([tag, other]) => (other === kind ? [tag] : []));
  return [...new Set([locale, ...wider.filter((tag) => kindOf(tag) === kind), ...near])];
}

/** Finds the texts of languages that stories are told in and `LOCALES` says nothing of: a file of strings is enough. */
export async function loadStrings(locales: Iterable<string>, read = stringsOf): Promise<void> {
  const named = [...locales].filter((locale) => /^[\w-]+$/.test(locale));
  const wanted = new Set(named.flatMap(fallbacksOf).filter((locale) => loaded[locale] === undefined));
  await Promise.all([...wanted].map(async (locale) => Object.assign(loaded, { [locale]: await read(locale) })));
}

/** A text of the interface, and the language it is in, which is another one where the reader's has none for it. */
export interface FoundText {
  readonly text: Text;
  readonly lang: string;
}

/** @returns null where not even English has such a text */
export function findText(key: string, locale: string): FoundText | null {
  const own = STRINGS[locale]?.[key];
  // Nearly always so, and what stands in for a language takes long to find.
  if (own !== undefined) return { text: own, lang: locale };
  const lang = [...fallbacksOf(locale), INTERFACE_LOCALE].find((tag) => STRINGS[tag]?.[key] !== undefined);
  const text = lang === undefined ? undefined : STRINGS[lang]?.[key];
  return lang === undefined || text === undefined ? null : { text, lang };
}

/**
 * A text of the pages in the reader's language. Where a language lacks a text that of a near one stands in, else the
 * English one, and `npm run check` says so. `Words.astro` also marks which language it is.
 */
export function translate(key: StringKey, locale: string, params: Params = {}): string {
  const { text, lang } = findText(key, locale) ?? { text: en[key], lang: INTERFACE_LOCALE };
  return fillIn(text, lang, params);
}

/** The texts of the map in the reader's language, their parameters not yet filled in. */
export function mapTextsIn(locale: string): MapTexts {
  return Object.fromEntries(MAP_TEXT_KEYS.map((key) => [key, String(findText(key, locale)?.text)]));
}
