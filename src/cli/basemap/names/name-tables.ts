import type { Sources } from '../sources/fetch-sources.ts';
import { readCityNames } from './city-names.ts';
import { buildNameCountry, type CountryCodes, type NameCountry, readCountryCodes } from './country-codes.ts';
import { readOwnLanguages } from './own-languages.ts';
import { buildNameTown, type NameTown } from './town-names.ts';

/** Codes of countries, and what they and their towns are called. */
export interface NameTables {
  readonly codes: CountryCodes;
  readonly nameTown: NameTown;
  readonly nameCountry: NameCountry;
}

/** @param languages those asked for; each country's own comes along */
export async function readNameTables(sources: Sources, languages: readonly string[]): Promise<NameTables> {
  const codes = readCountryCodes(await sources.countryCodes());
  const ownOf = readOwnLanguages(await sources.territories());
  const cities = readCityNames(await sources.cityNames());
  return {
    codes,
    nameTown: buildNameTown(languages, ownOf, cities),
    nameCountry: buildNameCountry(languages, codes),
  };
}
