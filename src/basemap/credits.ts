import { fallbacksOf, findText } from '../i18n/translate.ts';
import type { BasemapMeta } from './basemap.ts';

export type Credit = BasemapMeta['attribution'][number];

/** Names such as GeoNames, and credits in no language of the page, are given as their owners write them. */
const OWN_LANGUAGE = 'en';

export interface CreditText {
  readonly text: string;
  /** Language of `text`. */
  readonly lang: string;
}

/** What a credit says in the page's language; in the basemap's own words where that language has none for it. */
export function creditIn({ text, textKey, texts = {} }: Credit, locale: string): CreditText {
  const lang = fallbacksOf(locale).find((tag) => texts[tag] !== undefined);
  if (lang !== undefined) return { text: texts[lang] ?? text, lang };
  const found = textKey === undefined ? null : findText(textKey, locale);
  const isOwn = found === null || found.lang === OWN_LANGUAGE || typeof found.text !== 'string';
  return isOwn ? { text, lang: OWN_LANGUAGE } : { text: String(found.text), lang: found.lang };
}

/** All that several files ask a map to name, each once. */
export function creditsOf(files: readonly { readonly meta: Pick<BasemapMeta, 'attribution'> }[]): readonly Credit[] {
  const all = files.flatMap(({ meta }) => meta.attribution);
  return [...new Map(all.map((credit) => [credit.text, credit])).values()];
}

/** What remains of the credits where there is no room for all of them. */
export function shortCredits(credits: readonly Credit[]): readonly CreditText[] {
  return credits.flatMap(({ short }) => (short === null ? [] : [{ text: short, lang: OWN_LANGUAGE }]));
}
