import type { Feature, FeatureCollection, Geometry, MultiLineString, MultiPolygon, Point } from 'geojson';
import { topology } from 'topojson-server';
import type { Basemap, BasemapMeta } from '../../basemap/basemap.ts';
import { densify, longestStep } from './geometry/densify.ts';
import type { Lines, RiverProperties, RoadProperties } from './geometry/lines.ts';
import { type Area, area, windForSphere } from './geometry/rings.ts';
import type { Town } from './names/towns.ts';
import { gridSteps } from './scale.ts';
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

function collection<G extends Geometry, P>(features: readonly Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features: [...features] };
}

function wound<P>(areas: readonly Area<P>[], longest: number): FeatureCollection<MultiPolygon, P> {
  return collection(
    areas.map(({ geometry, properties }) =>
      area(
        geometry.coordinates.map((rings) => windForSphere(rings.map((ring) => densify(ring, longest)))),
        properties,
      ),
    ),
  );
}

function dense({ type, coordinates }: MultiLineString, longest: number): MultiLineString {
  return { type, coordinates: coordinates.map((line) => densify(line, longest)) };
}

function townPoint({ lngLat: [lng, lat], ...properties }: Town): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } };
}

/**
 * One topology of all layers: a line shared by land, coast, border and region is stored once.
 * @param detail in metres, that the lines were simplified to
 */
export function buildBasemap(layers: BasemapLayers, meta: BasemapMeta, detail: number): Basemap {
  const longest = longestStep(meta.bounds);
  const objects = {
    land: wound(layers.land, longest),
    borders: dense(layers.borders, longest),
    coast: dense(layers.coast, longest),
    lakes: wound(layers.lakes, longest),
    regions: wound(layers.regions, longest),
    regionLines: dense(layers.regionLines, longest),
    ...(layers.rivers && { rivers: collection(layers.rivers) }),
    ...(layers.roads && { roads: collection(layers.roads) }),
    towns: collection(layers.towns.map(townPoint)),
  };
  return {
    ...topology(objects as Parameters<typeof topology>[0], gridSteps(meta.bounds, detail)),
    meta,
  } as unknown as Basemap;
}
