import { nameByLetters } from './alphabets.ts';
import type { CityNames } from './city-names.ts';
import type { OwnLanguage } from './own-languages.ts';
import type { TownRecord } from './towns.ts';

export interface Named {
  readonly names: Readonly<Record<string, string>>;
  /** Language of `names` that the place's own name is in; absent where that is not known, or the English name is the same. */
  readonly own?: string;
}

export type NameTown = (record: TownRecord) => Named;

/** What towns are called: CLDR's name first, which says its language, then GeoNames' where the letters tell it. */
export function buildNameTown(languages: readonly string[], ownOf: OwnLanguage, cityNames: CityNames): NameTown {
  return (record) => {
    const own = ownOf(record.a2);
    const nameIn = (language: string): string | null =>
      cityNames(record, language) ?? nameByLetters(record.alternates, language, record.name, language === own);
    const names: Record<string, string> = { en: record.name };
    for (const language of languages) names[language] ??= nameIn(language) ?? '';
    const ownName = own === null ? null : (names[own] ?? nameIn(own));
    if (own !== null && ownName && ownName !== record.name) names[own] = ownName;
    const known = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== ''));
    return own !== null && own !== 'en' && own in known ? { names: known, own } : { names: known };
  };
}
