import type { Feature, FeatureCollection, Geometry, LineString, MultiLineString, Position } from 'geojson';
import { feature } from 'topojson-client';
import { smoothLine } from '../geo/lines/smooth-line.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import type { Polygons } from '../story/shapes/geometry-parts.ts';
import type { Basemap } from './basemap.ts';

type Source = FeatureCollection<Geometry, object>;

const collection = (features: readonly Feature<Geometry, object>[]): Source => ({
  type: 'FeatureCollection',
  features: [...features],
});

/** GeoJSON of a basemap's lines: `LineString` or `MultiLineString` as one list of lines. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(linesOf) : [];
}

/** Points between two vertices of a road, enough that no corner shows at the nearest zoom. */
const ROAD_SAMPLES = 6;

/** Schematic roads have vertices kilometres apart. The map, the routes on it and the shields all use this curve. */
export const smoothRoad = (line: readonly LngLat[]): readonly LngLat[] => smoothLine(line, ROAD_SAMPLES);

const smoothed = (lines: readonly (readonly Position[])[]): MultiLineString => ({
  type: 'MultiLineString',
  coordinates: lines.map((line) => smoothRoad(line as readonly [number, number][]).map(([x, y]) => [x, y])),
});

const multiLine = (lines: readonly (readonly Position[])[]): MultiLineString => ({
  type: 'MultiLineString',
  coordinates: lines.map((line) => [...line]),
});

type RoadProperties = { readonly ref: string; readonly rank: number; readonly schematic: boolean };

/** Roads, each with its number; schematic ones without corners. */
export function roadFeatures(basemap: Basemap): readonly Feature<MultiLineString, RoadProperties>[] {
  if (!basemap.objects.roads) return [];
  return feature(basemap, basemap.objects.roads).features.map((road) => ({
    ...road,
    geometry: road.properties.schematic ? smoothed(linesOf(road.geometry)) : multiLine(linesOf(road.geometry)),
  }));
}

/** Two land areas a basemap tells apart: the story's own country, and all others. */
function landSources(basemap: Basemap, homeCountry: string): Record<string, Source> {
  const { features } = feature(basemap, basemap.objects.land);
  return {
    'land-home': collection(features.filter((land) => land.properties.a3 === homeCountry)),
    'land-abroad': collection(features.filter((land) => land.properties.a3 !== homeCountry)),
  };
}

type Ranked = Feature<Geometry, { readonly rank: number }>;

const ofFirstRank = (features: readonly Ranked[]): Source =>
  collection(features.filter(({ properties }) => properties.rank === 1));

const ofLowerRank = (features: readonly Ranked[]): Source =>
  collection(features.filter(({ properties }) => properties.rank !== 1));

/** Streets and ways. */
const isStreet = ({ properties }: Ranked): boolean => properties.rank >= 3;

const areaSource = (polygons: Polygons): Source => {
  const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));
  return collection([{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }]);
};

const lineSource = (basemap: Basemap, name: 'coast' | 'borders' | 'regionLines'): Source =>
  collection([feature(basemap, basemap.objects[name]) as Feature<LineString | MultiLineString, object>]);

/**
 * Geometry of every source the cartography names. Works on a topology in any plane: degrees, or a drawing's grid.
 * @param regions ids of the regions and of the story's own areas that get a source of their own, `region-<id>`
 * @param areas the story's own areas, in the same plane
 */
export function basemapFeatures(
  basemap: Basemap,
  homeCountry: string,
  regions: readonly string[],
  areas: Readonly<Record<string, Polygons>> = {},
): Readonly<Record<string, Source>> {
  const rivers = basemap.objects.rivers ? feature(basemap, basemap.objects.rivers).features : [];
  const roads = roadFeatures(basemap);
  const admin = feature(basemap, basemap.objects.regions).features;
  return {
    ...landSources(basemap, homeCountry),
    ...Object.fromEntries(
      regions.map((id) => [
        `region-${id}`,
        areas[id] ? areaSource(areas[id]) : collection(admin.filter(({ properties }) => properties.id === id)),
      ]),
    ),
    lakes: feature(basemap, basemap.objects.lakes),
    'rivers-great': ofFirstRank(rivers),
    'rivers-small': ofLowerRank(rivers),
    'roads-great': ofFirstRank(roads),
    'roads-other': ofLowerRank(roads.filter((road) => !isStreet(road))),
    'roads-streets': collection(roads.filter(isStreet)),
    coast: lineSource(basemap, 'coast'),
    borders: lineSource(basemap, 'borders'),
    'region-lines': lineSource(basemap, 'regionLines'),
  };
}
