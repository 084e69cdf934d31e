import type { BasemapLayers } from '../build-basemap.ts';
import { countryInTheMiddle } from '../names/choose-countries.ts';
import { type CountryCodes, readCountryCodes } from '../names/country-codes.ts';
import { rankTowns } from '../names/rank-towns.ts';
import { readTowns } from '../names/towns.ts';
import type { BasemapOptions } from '../options.ts';
import type { Sources } from '../sources/fetch-sources.ts';
import type { HandTables } from '../sources/hand-tables.ts';
import { type RegionProperties, readRegions } from '../sources/region-source.ts';
import { fitRegions } from './fit-regions.ts';
import { lakesInBounds } from './lakes.ts';
import { landInBounds } from './land-in-bounds.ts';
import { riversInBounds, roadsInBounds } from './lines.ts';
import { coastLines, interiorLines } from './outlines.ts';
import type { Area } from './rings.ts';
import { simplify } from './simplify.ts';

/** A reason not to make the map that its author can do something about. */
export class BasemapRefusal extends Error {}

const LAKE_KM2 = 5;
/** Roads are few and looked at closely. */
const ROAD_DETAIL_SHARE = 1 / 12;

type Land = Area<{ a3: string }>[];

/** Rivers and lakes have more bends than all else together, and no story looks at them closely. */
const WATER_DETAIL_SHARE = 3;

/** Side of the smallest island kept, in metres of detail. */
const ISLAND_SIDE = 4;

async function makeLand(sources: Sources, { bounds, detail }: BasemapOptions): Promise<Land> {
  const minKm2 = (detail * ISLAND_SIDE) ** 2 / 1e6;
  const land = simplify(landInBounds(await sources.countries(), bounds, minKm2), detail, bounds);
  if (land.length > 0) return land;
  throw new BasemapRefusal(
    `There is no land in --bounds ${bounds.join(',')}. Longitude comes first: west,south,east,north. Did you swap lng and lat?`,
  );
}

async function makeRegions(
  sources: Sources,
  { bounds, countries }: BasemapOptions,
  land: Land,
  tables: HandTables,
): Promise<Area<RegionProperties>[]> {
  const inView = land.map(({ properties }) => properties.a3);
  const regions: Area<RegionProperties>[] = [];
  for (const a3 of countries ?? [countryInTheMiddle(land, bounds)]) {
    const country = land.find(({ properties }) => properties.a3 === a3);
    if (!country)
      throw new BasemapRefusal(`--countries names ${a3}, which is not in view. In view: ${inView.join(', ')}.`);
    const topo = await sources.regions(a3);
    if (!topo)
      throw new BasemapRefusal(
        `The source has no first-level regions of ${a3}. Name other countries: ${inView.join(', ')}.`,
      );
    regions.push(...fitRegions(readRegions(topo, a3, tables.regions), country.geometry.coordinates));
  }
  return regions;
}

/** All layers of the map, and the codes and names of its countries. */
export async function makeLayers(
  sources: Sources,
  options: BasemapOptions,
  tables: HandTables,
  step: (title: string) => void,
): Promise<{ readonly layers: BasemapLayers; readonly codes: CountryCodes }> {
  const { bounds, detail } = options;
  step('Land, coast and borders');
  const land = await makeLand(sources, options);
  step('Regions');
  const regions = await makeRegions(sources, options, land, tables);
  step('Lakes');
  const lakes = simplify(lakesInBounds(await sources.waters(), bounds, LAKE_KM2), detail * WATER_DETAIL_SHARE, bounds);
  step('Towns');
  const codes = readCountryCodes(await sources.countryCodes());
  const towns = rankTowns(readTowns(await sources.townTable(), bounds), tables.towns, bounds, codes.a3Of);
  step('Rivers and roads');
  const rivers =
    tables.rivers && simplify(riversInBounds(tables.rivers, bounds, lakes), detail * WATER_DETAIL_SHARE, bounds);
  const roads = tables.roads && simplify(roadsInBounds(tables.roads, bounds), detail * ROAD_DETAIL_SHARE, bounds);
  return {
    codes,
    layers: {
      land,
      borders: interiorLines(land),
      coast: coastLines(land, bounds),
      lakes,
      regions,
      regionLines: interiorLines(regions),
      rivers,
      roads,
      towns,
    },
  };
}
