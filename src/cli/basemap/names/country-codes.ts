type CodeRow = readonly [a2: string, a3: string, number: string, ...rest: string[]];

export interface CountryCodes {
  readonly a2Of: (a3: string) => string;
  readonly a3Of: (a2: string) => string;
  /** By the number ISO 3166 gives a country. */
  readonly a3OfNumber: (number: string) => string | null;
}

/** Codes of countries. Unknown codes of letters come back as they are. */
export function readCountryCodes(json: string): CountryCodes {
  const rows = JSON.parse(json) as readonly CodeRow[];
  const byA3 = new Map(rows.map(([a2, a3]) => [a3, a2]));
  const byA2 = new Map(rows.map(([a2, a3]) => [a2, a3]));
  const byNumber = new Map(rows.map(([, a3, number]) => [Number(number), a3]));
  return {
    a2Of: (a3) => byA3.get(a3) ?? a3,
    a3Of: (a2) => byA2.get(a2) ?? a2,
    a3OfNumber: (number) => byNumber.get(Number(number)) ?? null,
  };
}

/** Names of a country by language, by its code of three letters. */
export type NameCountry = (a3: string) => Readonly<Record<string, string>>;

/** What Node's own CLDR calls the countries. */
export function buildNameCountry(languages: readonly string[], { a2Of }: CountryCodes): NameCountry {
  const known = Intl.DisplayNames.supportedLocalesOf([...new Set(['en', ...languages])]);
  const displays = known.map(
    (language) => [language, new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })] as const,
  );
  return (a3) => {
    const a2 = a2Of(a3);
    if (a2.length !== 2) return { en: a3 };
    return Object.fromEntries(displays.map(([language, names]) => [language, names.of(a2) ?? a3]));
  };
}
