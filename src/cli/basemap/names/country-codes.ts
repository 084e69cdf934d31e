type CodeRow = readonly [a2: string, a3: string, ...rest: string[]];

export interface CountryCodes {
  readonly a2Of: (a3: string) => string;
  readonly a3Of: (a2: string) => string;
  readonly namesOf: (a3: string) => Readonly<Record<string, string>>;
}

const LANGUAGES = ['en', 'ar'] as const;

/** Codes and names of countries. Unknown codes come back as they are. */
export function readCountryCodes(json: string): CountryCodes {
  const rows = JSON.parse(json) as readonly CodeRow[];
  const byA3 = new Map(rows.map(([a2, a3]) => [a3, a2]));
  const byA2 = new Map(rows.map(([a2, a3]) => [a2, a3]));
  const displays = LANGUAGES.map(
    (language) => [language, new Intl.DisplayNames(language, { type: 'region' })] as const,
  );
  return {
    a2Of: (a3) => byA3.get(a3) ?? a3,
    a3Of: (a2) => byA2.get(a2) ?? a2,
    namesOf: (a3) => {
      const a2 = byA3.get(a3);
      return a2 === undefined
        ? { en: a3 }
        : Object.fromEntries(displays.map(([language, names]) => [language, names.of(a2) ?? a3]));
    },
  };
}
