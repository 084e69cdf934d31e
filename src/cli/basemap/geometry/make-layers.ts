import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { BasemapLayers } from '../build-basemap.ts';
import { countryInTheMiddle } from '../names/choose-countries.ts';
import type { NameTables } from '../names/name-tables.ts';
import { rankTowns } from '../names/rank-towns.ts';
import { readTowns } from '../names/towns.ts';
import type { BasemapOptions } from '../options.ts';
import type { OwnLayers } from '../own-layers/own-layers.ts';
import { islandSide, scaleOf, smallestLakeKm2 } from '../scale.ts';
import type { Sources } from '../sources/fetch-sources.ts';
import type { HandTables } from '../sources/hand-tables.ts';
import { type RegionProperties, readRegions } from '../sources/region-source.ts';
import { fitRegions } from './fit-regions.ts';
import { lakesInBounds } from './lakes.ts';
import { landInBounds } from './land-in-bounds.ts';
import { riversInBounds, roadsInBounds } from './lines.ts';
import { coastLines, interiorLines } from './outlines.ts';
import { type Area, area } from './rings.ts';
import { simplify } from './simplify.ts';
import { joinedAtAntimeridian, onTurns } from './turns.ts';

/** A reason not to make the map that its author can do something about. */
export class BasemapRefusal extends Error {}

/** Roads are few and looked at closely. */
const ROAD_DETAIL_SHARE = 1 / 12;

type Land = Area<{ a3: string }>[];

/** Rivers and lakes have more bends than all else together, and no story looks at them closely. */
const WATER_DETAIL_SHARE = { wide: 2, country: 3, close: 3 } as const;

/** All that a map is made from. */
export interface Ground {
  readonly sources: Sources;
  readonly tables: HandTables;
  readonly own: OwnLayers;
  readonly names: NameTables;
}

async function makeLand({ sources, names, own }: Ground, { bounds, detail }: BasemapOptions): Promise<Land> {
  const minKm2 = (detail * islandSide(bounds)) ** 2 / 1e6;
  const countries = own.land ?? (await sources.countries(names.codes.a3OfNumber));
  const land = simplify(landInBounds(countries, bounds, minKm2), detail, bounds);
  if (land.length > 0) return land;
  throw new BasemapRefusal(
    `There is no land in --bounds ${bounds.join(',')}. Longitude comes first: west,south,east,north. Did you swap lng and lat?`,
  );
}

/** Whose regions are drawn where nobody says so: on a map of many countries nobody's. */
function regionCountries({ bounds, countries }: BasemapOptions, land: Land): readonly string[] {
  if (countries !== null) return countries;
  return scaleOf(bounds) === 'wide' ? [] : [countryInTheMiddle(land, bounds)];
}

/** An island that the source of regions does not know belongs to the nearest, which may lie beyond a small map. */
const NEARBY_DEGREES = 1;

const around = ([west, south, east, north]: LngLatBounds): LngLatBounds => [
  west - NEARBY_DEGREES,
  south - NEARBY_DEGREES,
  east + NEARBY_DEGREES,
  north + NEARBY_DEGREES,
];

async function makeRegions(
  { sources, tables, own }: Ground,
  options: BasemapOptions,
  land: Land,
): Promise<Area<RegionProperties>[]> {
  const { bounds, countries } = options;
  const inView = land.map(({ properties }) => properties.a3);
  const regions: Area<RegionProperties>[] = [];
  for (const a3 of regionCountries(options, land)) {
    const country = land.find(({ properties }) => properties.a3 === a3);
    if (!country)
      throw new BasemapRefusal(`--countries names ${a3}, which is not in view. In view: ${inView.join(', ')}.`);
    const topo = await sources.regions(a3);
    if (!topo && (countries === null || own.land)) continue;
    if (!topo)
      throw new BasemapRefusal(
        `The source has no first-level regions of ${a3}. Name other countries: ${inView.join(', ')}.`,
      );
    const drawn = readRegions(topo, a3, tables.regions).map(({ geometry, properties }) =>
      area(joinedAtAntimeridian(onTurns(geometry.coordinates, around(bounds)), bounds), properties),
    );
    regions.push(...fitRegions(drawn, country.geometry.coordinates));
  }
  return regions;
}

/** The author's own lines, else those drawn by hand for this map, else the sources'. */
async function makeRivers(
  { sources, tables, own }: Ground,
  { bounds, detail }: BasemapOptions,
  lakes: readonly Area<object>[],
) {
  const drawn = own.rivers ?? tables.rivers ?? (await sources.rivers());
  const wanted = detail * WATER_DETAIL_SHARE[scaleOf(bounds)];
  return drawn && simplify(riversInBounds(drawn, bounds, lakes), wanted, bounds);
}

async function makeLakes({ sources, own }: Ground, { bounds, detail }: BasemapOptions) {
  const waters = own.lakes ? [own.lakes] : await sources.waters();
  const wanted = detail * WATER_DETAIL_SHARE[scaleOf(bounds)];
  return simplify(lakesInBounds(waters, bounds, smallestLakeKm2(bounds)), wanted, bounds);
}

/** All layers of the map. */
export async function makeLayers(
  ground: Ground,
  options: BasemapOptions,
  step: (title: string) => void,
): Promise<BasemapLayers> {
  const { sources, tables, own, names } = ground;
  const { bounds, detail } = options;
  step('Land, coast and borders');
  const land = await makeLand(ground, options);
  step('Regions');
  const regions = await makeRegions(ground, options, land);
  step('Lakes');
  const lakes = await makeLakes(ground, options);
  step('Towns');
  const { a3Of } = names.codes;
  const records = readTowns(await sources.townTable(), bounds);
  const towns = rankTowns(records, tables.towns, bounds, { a3Of, nameTown: names.nameTown });
  step('Rivers and roads');
  const rivers = await makeRivers(ground, options, lakes);
  const roadSource = own.roads ?? tables.roads;
  const roads = roadSource && simplify(roadsInBounds(roadSource, bounds), detail * ROAD_DETAIL_SHARE, bounds);
  return {
    land,
    borders: interiorLines(land),
    coast: coastLines(land, bounds),
    lakes,
    regions,
    regionLines: interiorLines(regions),
    rivers,
    roads,
    towns,
  };
}
