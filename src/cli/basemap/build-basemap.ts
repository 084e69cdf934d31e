import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Point } from 'geojson';
import { topology } from 'topojson-server';
import type { Basemap, BasemapMeta } from '../../basemap/basemap.ts';
import { densify } from './geometry/densify.ts';
import type { Lines, RiverProperties, RoadProperties } from './geometry/lines.ts';
import { type Area, area, windForSphere } from './geometry/rings.ts';
import type { Town } from './names/towns.ts';
import type { RegionProperties } from './sources/region-source.ts';

/** Everything on the map as GeoJSON, clipped and simplified. */
export interface BasemapLayers {
  readonly land: readonly Area<{ a3: string }>[];
  readonly borders: MultiLineString;
  readonly coast: MultiLineString;
  readonly lakes: readonly Area<{ areaKm2: number }>[];
  readonly regions: readonly Area<RegionProperties>[];
  readonly regionLines: MultiLineString;
  readonly rivers: readonly Lines<RiverProperties>[] | null;
  readonly roads: readonly Lines<RoadProperties>[] | null;
  readonly towns: readonly Town[];
}

/** Steps across the map's longer side: some fifteen metres on a map ten degrees wide. */
const QUANTIZATION = 6e4;

function collection<G extends Geometry, P>(features: readonly Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features: [...features] };
}

function wound<P>(areas: readonly Area<P>[]): FeatureCollection<MultiPolygon, P> {
  return collection(
    areas.map(({ geometry, properties }) =>
      area(
        geometry.coordinates.map((rings) => windForSphere(rings.map(densify))),
        properties,
      ),
    ),
  );
}

function dense({ type, coordinates }: MultiLineString): MultiLineString {
  return { type, coordinates: coordinates.map(densify) };
}

function townPoint({ lngLat: [lng, lat], ...properties }: Town): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } };
}

/** One topology of all layers: a line shared by land, coast, border and region is stored once. */
export function buildBasemap(layers: BasemapLayers, meta: BasemapMeta): Basemap {
  const objects = {
    land: wound(layers.land),
    borders: dense(layers.borders),
    coast: dense(layers.coast),
    lakes: wound(layers.lakes),
    regions: wound(layers.regions),
    regionLines: dense(layers.regionLines),
    ...(layers.rivers && { rivers: collection(layers.rivers) }),
    ...(layers.roads && { roads: collection(layers.roads) }),
    towns: collection(layers.towns.map(townPoint)),
  };
  return { ...topology(objects as Parameters<typeof topology>[0], QUANTIZATION), meta } as unknown as Basemap;
}
