import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Basemap, TownProperties } from '../../basemap/basemap.ts';
import { linesOf, roadFeatures, smoothRoad } from '../../basemap/features.ts';
import { distanceKm } from '../../geo/lines/along-line.ts';
import type { LngLat, LngLatBounds } from '../../geo/lng-lat.ts';
import { type Polygons, polygonsContain } from '../../geo/point-in-polygons.ts';
import { localeInfo } from '../../i18n/locales.ts';
import type { Atlas } from '../../story/atlas.ts';
import { buildAtlas } from '../../story/atlas.ts';
import { buildMapIndex } from '../../story/map-index.ts';
import { polygonsOf } from '../../story/shapes/geometry-parts.ts';
import type { Story } from '../../story/story.ts';
import type { AreaNameInput } from '../placed-label.ts';
import type { Road } from '../road-shields.ts';
import type { TownInput } from '../towns/place-labels.ts';
import type { LandShapes } from './background-tone.ts';
import { type SectionNames, sectionNames } from './names/section-names.ts';

/** A country or a water with its name; waters have no outline of their own. */
export interface NamedArea extends AreaNameInput {
  readonly a3: string | null;
  readonly polygons: Polygons;
}

/** All that marks need to know of a basemap, decoded once for a story. */
export interface MapBase {
  readonly bounds: LngLatBounds;
  readonly atlas: Atlas;
  readonly towns: readonly TownInput[];
  readonly areas: readonly NamedArea[];
  /**
   * Language of the second line of a name whose own language is not known: the one the author asks for, else another
   * language of the story, in a script that nobody takes for the country's own name.
   */
  readonly secondLocale: string | null;
  /** Languages of names where the page's has none, the best first. */
  readonly otherLocales: readonly string[];
  /** Great roads, which carry a shield. */
  readonly roads: readonly Road[];
  readonly land: LandShapes;
  readonly borders: readonly (readonly LngLat[])[];
  /** Names of regions by id, then by locale. */
  readonly regionNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of the detail cut for sections, by index, as far as it is there. */
  readonly sectionNames: Readonly<Record<number, SectionNames>>;
  /** Borders and roads: lines a name should not stand across. */
  readonly lines: readonly (readonly LngLat[])[];
}

/** Names may stand across streets: there are too many to keep clear of. */
const STREET_RANK = 3;

/** A town of the basemap this near to a place of the story is the same town, and the story's spelling wins. */
const SAME_TOWN_KM = 2;

type Town = TownInput & { readonly a3: string };

function townsOf(basemap: Basemap): readonly Town[] {
  return feature(basemap, basemap.objects.towns).features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== 'Point') return [];
    const { id, names, own, rank, a3 } = properties as TownProperties;
    const [lng = 0, lat = 0] = geometry.coordinates;
    return [{ id, names, ...(own === undefined ? {} : { own }), rank, a3, lngLat: [lng, lat] as const }];
  });
}

/**
 * Places of the story and towns of the basemap, each once; abroad only the large ones, which are no part of the story.
 * @param hasHome whether the map shows the story's own country; a story of the whole world has none
 */
export function mergeTowns(story: Story, towns: readonly Town[], hasHome = true): readonly TownInput[] {
  const places = Object.values(story.places).map(({ id, lngLat, names, rank }) => ({ id, lngLat, names, rank }));
  const others = towns.filter(
    (town) =>
      (!hasHome || town.a3 === story.homeCountry || town.rank === 1) &&
      !places.some(({ id, lngLat }) => id === town.id || distanceKm(lngLat, town.lngLat) < SAME_TOWN_KM),
  );
  const isAsked = story.namesBeside !== null;
  return [
    ...places,
    ...others.map(({ a3: _, own, ...town }) => (isAsked || own === undefined ? town : { ...town, own })),
  ];
}

const asLngLats = (line: readonly Position[]): readonly LngLat[] => line.map(([lng = 0, lat = 0]) => [lng, lat]);

interface Country {
  readonly a3: string;
  readonly polygons: Polygons;
}

function countriesOf(basemap: Basemap): readonly Country[] {
  return feature(basemap, basemap.objects.land).features.map(({ geometry, properties }) => ({
    a3: properties.a3,
    polygons: polygonsOf(geometry),
  }));
}

function areasOf(basemap: Basemap, countries: readonly Country[], story: Story): readonly NamedArea[] {
  return basemap.meta.names.map(({ kind, lngLat, names }, index) => {
    const country =
      kind === 'country' ? countries.find(({ polygons }) => polygonsContain(polygons, lngLat)) : undefined;
    return {
      id: `${kind}-${index}`,
      kind,
      lngLat,
      names: withName(names, story),
      a3: country?.a3 ?? null,
      polygons: country?.polygons ?? [],
    };
  });
}

const scriptOf = (locale: string): string => localeInfo(locale).script;

/** Of several other scripts none says more than another: then there is no second line, unless the author asks for one. */
function secondLocaleOf({ locale, locales, namesBeside }: Story): string | null {
  if (namesBeside !== null) return namesBeside === locale || namesBeside === 'none' ? null : namesBeside;
  const others = locales.filter((other) => scriptOf(other) !== scriptOf(locale));
  return new Set(others.map(scriptOf)).size === 1 ? (others[0] ?? null) : null;
}

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** English last: every map has its names in it. */
const otherLocalesOf = ({ locale, defaultLocale }: Story): readonly string[] => [
  ...new Set([languageOf(locale), defaultLocale, languageOf(defaultLocale), 'en']),
];

type Names = Readonly<Record<string, string>>;

/** The same names, with one in the page's language in any case. */
function withName(names: Names, story: Story): Names {
  const found = otherLocalesOf(story).find((locale) => (names[locale] ?? '') !== '');
  return names[story.locale] === undefined && found !== undefined
    ? { ...names, [story.locale]: names[found] ?? '' }
    : names;
}

function landOf(countries: readonly Country[], homeCountry: string): LandShapes {
  const polygons = (isWanted: (a3: string) => boolean) =>
    countries.flatMap(({ a3, polygons: own }) => (isWanted(a3) ? own : []));
  return { home: polygons((a3) => a3 === homeCountry), abroad: polygons((a3) => a3 !== homeCountry) };
}

/** Names that came with a file of detail, by section. */
export interface CutNames {
  readonly index: number;
  readonly names: Parameters<typeof sectionNames>[0];
}

/** The base with the names of a section's detail. */
export const withNames = (base: MapBase, { index, names }: CutNames, { locale }: Story): MapBase => ({
  ...base,
  sectionNames: { ...base.sectionNames, [index]: sectionNames(names, [locale, ...base.otherLocales]) },
});

/** Names by what is written and where: two sections may have the same street. */
const distinct = <T extends { readonly lngLat: LngLat }>(
  named: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] => [
  ...new Map(named.map((one) => [`${nameOf(one)} ${one.lngLat.map((degrees) => degrees.toFixed(4))}`, one])).values(),
];

/** The base with all names that have come for a section whose map the reader has in hand. */
export function withAllNames(base: MapBase, index: number, { locale }: Story): MapBase {
  const all = Object.values(base.sectionNames);
  const streets = distinct(
    all.flatMap((names) => names.streets),
    ({ text }) => text,
  );
  const places = distinct(
    all.flatMap((names) => names.places),
    ({ names }) => names[locale] ?? '',
  );
  const numbered = places.map((place, at) => ({ ...place, id: `detail-${at}` }));
  return { ...base, sectionNames: { [index]: { streets, places: numbered } } };
}

/** Decodes a basemap for a story. */
export function buildMapBase(basemap: Basemap, story: Story): MapBase {
  const mapIndex = buildMapIndex(basemap);
  const countries = countriesOf(basemap);
  const numbered = Object.entries(mapIndex.roads).filter(([ref]) => ref !== '');
  const drawn = roadFeatures(basemap);
  const schematic = new Set(drawn.flatMap(({ properties }) => (properties.schematic ? [properties.ref] : [])));
  const roads: Record<string, readonly LngLat[]> = {};
  for (const [ref, line] of numbered) {
    roads[ref] = schematic.has(ref) ? smoothRoad(line) : line;
  }
  const towns = townsOf(basemap);
  const great = new Set(drawn.flatMap(({ properties }) => (properties.rank === 1 ? [properties.ref] : [])));
  const wide = drawn.filter(({ properties }) => properties.rank < STREET_RANK);
  const borders = linesOf(feature(basemap, basemap.objects.borders).geometry).map(asLngLats);
  const areas = areasOf(basemap, countries, story);
  const land = landOf(countries, story.homeCountry);
  return {
    bounds: mapIndex.bounds,
    atlas: buildAtlas({ ...mapIndex, roads }, story.data),
    towns: mergeTowns(
      story,
      towns,
      countries.some(({ a3 }) => a3 === story.homeCountry),
    ),
    areas,
    secondLocale: secondLocaleOf(story),
    otherLocales: otherLocalesOf(story),
    roads: Object.entries(roads).flatMap(([ref, line]) => (great.has(ref) ? [{ ref, line }] : [])),
    land,
    borders,
    regionNames: Object.fromEntries(
      feature(basemap, basemap.objects.regions).features.map(({ properties }) => [
        properties.id,
        withName(properties.names, story),
      ]),
    ),
    sectionNames: {},
    lines: [...borders, ...wide.flatMap(({ geometry }) => linesOf(geometry).map(asLngLats))],
  };
}
