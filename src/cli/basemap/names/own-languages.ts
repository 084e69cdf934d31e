interface Territory {
  readonly languagePopulation?: Readonly<
    Record<string, { readonly _populationPercent: string; readonly _officialStatus?: string }>
  >;
}

interface TerritoryInfo {
  readonly supplemental: { readonly territoryInfo: Readonly<Record<string, Territory>> };
}

/** A second official language that so many people speak leaves open which one a town's own name is in. Per cent. */
const ALSO_SPOKEN = 25;

/** The language a country's places have their own names in, by its code of two letters; null where it has several or none is known. */
export type OwnLanguage = (a2: string) => string | null;

/** @param json CLDR's `territoryInfo.json` */
export function readOwnLanguages(json: string): OwnLanguage {
  const { territoryInfo } = (JSON.parse(json) as TerritoryInfo).supplemental;
  return (a2) => {
    const spoken = Object.entries(territoryInfo[a2]?.languagePopulation ?? {}).map(([tag, entry]) => ({
      language: tag.split('_')[0] ?? tag,
      status: entry._officialStatus,
      percent: Number(entry._populationPercent),
    }));
    const official = spoken.filter(({ status }) => status === 'official');
    const counted = official.length > 0 ? official : spoken.filter(({ status }) => status === 'de_facto_official');
    const [first, second] = counted.toSorted((a, b) => b.percent - a.percent);
    if (first === undefined || (second !== undefined && second.percent >= ALSO_SPOKEN)) return null;
    return first.language;
  };
}
