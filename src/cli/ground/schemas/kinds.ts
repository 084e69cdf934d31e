import type { DetailLayer } from '../../../basemap/detail/detail.ts';
import type { Meaning } from './schema.ts';

const table = (rows: Readonly<Partial<Record<DetailLayer | 'none', string>>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(rows).flatMap(([layer, kinds]) => kinds.split(' ').map((kind) => [kind, layer] as const)));

/** OpenStreetMap's values of `highway` and `railway`, which all schemas build on. */
const WAYS = table({
  'roads-major': 'motorway motorway_link trunk trunk_link primary primary_link highway',
  'roads-medium': 'secondary secondary_link tertiary tertiary_link medium_road major_road',
  'roads-minor': 'unclassified residential living_street road minor minor_road busway minor_construction',
  'roads-service': 'service',
  paths: 'track path path_construction footway steps cycleway bridleway pedestrian corridor sidewalk crossing',
  rail: 'rail light_rail tram narrow_gauge monorail funicular preserved transit',
  none:
    'ferry pier aerialway aeroway runway taxiway raceway bus_guideway subway construction proposed disused abandoned ' +
    'motorway_construction trunk_construction primary_construction secondary_construction tertiary_construction ' +
    'service_construction track_construction raceway_construction cable_car gondola platform other elevator bridge ' +
    'miniature siding yard spur bus_stop',
});

/** OpenStreetMap's values of `landuse`, `natural` and `leisure`, with what schemas make of them. */
const AREAS = table({
  woods: 'forest wood orchard',
  parks:
    'park garden cemetery golf_course recreation_ground playground pitch sports_centre stadium zoo village_green grave_yard ' +
    'dog_park allotments national_park nature_reserve protected_area public_park theme_park',
  'built-up':
    'residential commercial industrial retail urban_area suburb neighbourhood quarter school university college hospital ' +
    'kindergarten railway garages depot construction military brownfield',
  none:
    'farmland farm farmyard grass grassland meadow scrub heath vineyard sand beach rock bare_rock scree shingle wetland ' +
    'swamp bog marsh ice glacier barren snow mud aerodrome airfield runway taxiway apron parking pedestrian footway ' +
    'platform pier bridge dam quarry landfill greenhouse_horticulture greenfield plant_nursery track fitness_station ' +
    'prison library other dune earth cliff naval_base miniature_golf wastewater_plant attraction aquaculture ' +
    'string_dam string_bogs wet_meadow tidalflat marina swimming_pool danger_area helipad salt_pond ' +
    'animal water_park brewery winery ruins tundra fell moor bay',
});

const LINES_OF_WATER = table({
  waterways: 'river canal',
  streams: 'stream ditch drain',
  none: 'dock riverbank waterfall weir dam tunnel',
});

const meaning = (tableOf: ReadonlyMap<string, string>, kind: string): readonly Meaning[] | null => {
  const layer = tableOf.get(kind);
  if (layer === undefined) return null;
  return layer === 'none' ? [] : [{ layer: layer as DetailLayer, rank: 1 }];
};

export const areaOf = (kind: string): readonly Meaning[] | null => meaning(AREAS, kind);
export const waterLineOf = (kind: string): readonly Meaning[] | null => meaning(LINES_OF_WATER, kind);

const STREET_RANKS: Readonly<Record<string, number>> = { 'roads-major': 1, 'roads-medium': 2, 'roads-minor': 3 };

/** What a way is; null for a kind nobody knows. */
export const wayOf = (kind: string): readonly Meaning[] | null => meaning(WAYS, kind);

/** The name of a way as a street's name: paths and railways have none on this map. */
export function streetOf(kind: string): readonly Meaning[] {
  const rank = STREET_RANKS[wayOf(kind)?.[0]?.layer ?? ''];
  return rank === undefined ? [] : [{ layer: 'streets', rank }];
}

const PLACE_RANKS: Readonly<Record<string, number>> = {
  ...{ capital: 1, state_capital: 1, city: 1, town: 1, locality: 2, village: 2, borough: 2 },
  ...{ suburb: 2, quarter: 3, hamlet: 3, neighbourhood: 3, neighborhood: 3, macrohood: 3, isolated_dwelling: 3 },
};
const LARGE_PLACES = new Set(
  'continent country state province region island county district ocean sea islet farm allotments aboriginal_lands'.split(
    ' ',
  ),
);

/** Countries and regions carry the basemap's names. */
export function placeOf(kind: string): readonly Meaning[] | null {
  const rank = PLACE_RANKS[kind];
  if (rank !== undefined) return [{ layer: 'places', rank }];
  return LARGE_PLACES.has(kind) ? [] : null;
}

const MAX_ADMIN_LEVEL = 8;

/** The border of a country, region, county or municipality. */
export const boundaryOf = (level: number): readonly Meaning[] =>
  level >= 1 && level <= MAX_ADMIN_LEVEL ? [{ layer: 'boundaries', rank: level }] : [];

/** Of areas only. */
export const POLYGON = 3;
export const LINE = 2;
