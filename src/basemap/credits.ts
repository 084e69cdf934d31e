import { STRINGS } from '../i18n/translate.ts';
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
export function creditIn({ text, textKey }: Credit, locale: string): CreditText {
  const translated = textKey === undefined ? undefined : STRINGS[locale]?.[textKey];
  return typeof translated === 'string' ? { text: translated, lang: locale } : { text, lang: OWN_LANGUAGE };
}

/** What remains of the credits where there is no room for all of them. */
export function shortCredits(credits: readonly Credit[]): readonly CreditText[] {
  return credits.flatMap(({ short }) => (short === null ? [] : [{ text: short, lang: OWN_LANGUAGE }]));
}
