import type { MapIndex } from './map-index.ts';
import { type Polygons, piecesOf, polygonsOf } from './shapes/geometry-parts.ts';
import { FILE, isOwn } from './shapes/own-name.ts';
import { featureOf, ownArea } from './shapes/own-shapes.ts';
import type { StoryData } from './story.ts';

/** Geometry by name: `data/<file>[#<feature>]`, `basemap:<road ref>`, or an admin-1 region id. */
export interface Atlas {
  /** Pieces of a route from its start to its end, each by its vertices, or null where there is no such route. */
  route(name: string): readonly (readonly (readonly [number, number])[])[] | null;
  /** Polygons (rings of vertices) of a region or area, or null. */
  area(name: string): Polygons | null;
}

const ROAD = 'basemap:';
function memoize<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, T>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const value = find(name);
    found.set(name, value);
    return value;
  };
}

/**
 * Finds geometry by the names authors use: `data/<file>[#<feature>]`, `basemap:<road>`, or a region's id. The same name
 * gives the same object, since spatial indexes are kept by it.
 */
export function buildAtlas(mapIndex: MapIndex, data: Readonly<Record<string, StoryData>>): Atlas {
  return {
    route: memoize((name) => {
      const road = name.startsWith(ROAD) ? mapIndex.roads[name.slice(ROAD.length)] : undefined;
      if (road !== undefined) return [road];
      const found = isOwn(name) ? featureOf(data, name) : undefined;
      return found === undefined ? null : piecesOf(found.geometry);
    }),
    area: memoize((name) => (isOwn(name) ? ownArea(data, name) : (mapIndex.regions[name] ?? null))),
  };
}

/** Every name the atlas answers to, for messages that suggest the nearest one. */
export function atlasNames(mapIndex: MapIndex, data: Readonly<Record<string, StoryData>>) {
  const features = Object.entries(data).flatMap(([file, { features }]) =>
    features.map(({ id, geometry }) => ({ name: `${FILE}${file}#${id}`, file: `${FILE}${file}`, geometry })),
  );
  const lines = features.filter(({ geometry }) => piecesOf(geometry) !== null);
  const areas = features.filter(({ geometry }) => polygonsOf(geometry).length > 0);
  const names = (found: typeof features) => found.flatMap(({ name, file }) => [name, file]);
  return {
    routes: [...Object.keys(mapIndex.roads).map((ref) => `${ROAD}${ref}`), ...new Set(names(lines))],
    areas: [...Object.keys(mapIndex.regions), ...new Set(names(areas))],
  };
}
