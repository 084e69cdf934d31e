import { slug } from './slug.ts';

interface Zone {
  readonly exemplarCity?: string;
  readonly [part: string]: Zone | string | undefined;
}

interface ZoneNames {
  readonly main: Readonly<Record<string, { readonly dates: { readonly timeZoneNames: { readonly zone?: Zone } } }>>;
}

/** The name of the city that a time zone is called after. */
function cityIn(root: Zone | undefined, timeZone: string): string | null {
  const zone = timeZone
    .split('/')
    .reduce<Zone | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), root);
  return typeof zone === 'object' ? (zone.exemplarCity ?? null) : null;
}

/** The name in a language of a town, where it is the one its time zone is called after; else null. */
export type CityNames = (town: { readonly name: string; readonly timeZone: string }, language: string) => string | null;

/** @param texts CLDR's `timeZoneNames.json` by language, English among them */
export function readCityNames(texts: Readonly<Record<string, string>>): CityNames {
  const read = new Map<string, Zone | undefined>();
  const zonesIn = (language: string): Zone | undefined => {
    const text = texts[language];
    if (text === undefined || read.has(language)) return read.get(language);
    const zone = (JSON.parse(text) as ZoneNames).main[language]?.dates.timeZoneNames.zone;
    read.set(language, zone);
    return zone;
  };
  return ({ name, timeZone }, language) => {
    const english = cityIn(zonesIn('en'), timeZone) ?? timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
    return slug(english) === slug(name) ? cityIn(zonesIn(language), timeZone) : null;
  };
}
