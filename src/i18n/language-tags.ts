/** A language's tag: language, then script, region and variants where they are needed, as in `zh-Hans` or `es-419`. */
export const TAG_SOURCE =
  '[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*';

const TAG = new RegExp(`^${TAG_SOURCE}$`);

/** A tag as BCP 47 writes it, such as `pt-BR` for `pt_br`; null where it is no language's. */
export function canonicalTag(tag: string): string | null {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return TAG.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}

/** A language's name in itself, such as `Português (Brasil)`; its tag where `Intl` has no name. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(locale) ?? locale;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** The one region larger than a country that Open Graph has a code for. */
const LATIN_AMERICA = '419';

/** Languages that Open Graph has under another country than their likeliest one. */
const OPEN_GRAPH: Readonly<Record<string, string>> = { en: 'en_GB', ar: 'ar_AR' };

/** Language and country as Open Graph writes them, such as `pt_BR`; the likeliest country where the tag has none. */
export function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  const country = region === LATIN_AMERICA ? 'LA' : region;
  return OPEN_GRAPH[locale] ?? (country === undefined ? language : `${language}_${country}`);
}
