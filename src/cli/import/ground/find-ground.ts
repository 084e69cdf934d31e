import { geoContains } from 'd3';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Basemap } from '../../../basemap/basemap.ts';
import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';
import { buildMapIndex } from '../../../story/map-index.ts';
import { nearestZoomOf } from '../../../story/shapes/map-detail.ts';
import { NO_COUNTRY } from '../../lib/blank-basemap.ts';
import type { ImportedStory } from '../dialects/imported-story.ts';

const isWithin = (inner: LngLatBounds, outer: readonly number[]): boolean =>
  inner.every((value, at) => (at < 2 ? value >= (outer[at] ?? 0) : value <= (outer[at] ?? 0)));

const areaOf = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]): number =>
  (east - west) * (north - south);

/** How many times as large as the story a map may be that is there already: a larger one has lost the story's details. */
const MAX_LARGER = 6;

/** The smallest map there is that holds the story, is not much larger, and has names in its language; null where none does. */
export function fittingMap(maps: readonly Basemap[], bounds: LngLatBounds, locale: string): Basemap | null {
  const language = locale.split('-')[0] ?? locale;
  const [fitting] = maps
    .filter(({ meta, objects }) => isWithin(bounds, meta.bounds) && objects.regions.geometries.length > 0)
    .filter(({ meta }) => areaOf(meta.bounds) <= areaOf(bounds) * MAX_LARGER)
    .filter((map) => buildMapIndex(map).languages.some((tag) => tag === locale || tag === language))
    .sort((a, b) => areaOf(a.meta.bounds) - areaOf(b.meta.bounds));
  return fitting ?? null;
}

/** Middles of a story's views. */
function middlesOf({ opening, chapters }: ImportedStory): readonly LngLat[] {
  return [...chapters, ...(opening === null ? [] : [opening])].flatMap(({ frame }): readonly LngLat[] => {
    if (frame === null) return [];
    if (frame.kind === 'view') return [frame.center];
    const [west, south, east, north] = frame.bounds;
    return [[(west + east) / 2, (south + north) / 2]];
  });
}

/** The country most of a story's views look at, as its map has it; XXA where they look at none, or at many. */
export function homeCountryOf(map: Basemap, story: ImportedStory): string {
  const topology = map as unknown as Topology;
  const lands = map.objects.land.geometries.map((land) => ({
    a3: String((land.properties as { a3?: string } | undefined)?.a3 ?? NO_COUNTRY),
    shape: feature(topology, land as never),
  }));
  const middles = middlesOf(story);
  const found = middles.flatMap((point) =>
    lands.filter(({ shape }) => geoContains(shape, [...point])).map(({ a3 }) => a3),
  );
  const counts = [...Map.groupBy(found, (a3) => a3)]
    .map(([a3, all]) => ({ a3, count: all.length }))
    .sort((a, b) => b.count - a.count);
  const [most] = counts;
  return most !== undefined && most.count * 2 > middles.length && /^[A-Z]{3}$/.test(most.a3) ? most.a3 : NO_COUNTRY;
}

/** Names of chapters that look closer than a map has details for. */
export function closeChapters(map: Basemap, { chapters }: ImportedStory): readonly string[] {
  const nearest = nearestZoomOf(buildMapIndex(map));
  return chapters.flatMap(({ frame, title, name }) =>
    frame?.kind === 'view' && frame.zoom > nearest ? [title || name] : [],
  );
}
