import { type Polygons, polygonsOf } from './geometry-parts.ts';
import type { StoryData } from './story.ts';

export const FILE = 'data/';
/** A feature's id may hold anything, another `#` too. */
const NAMED = /^([^#]*)(?:#(.*))?$/s;

/** The feature a name means, where there is one. */
export function featureOf(data: Readonly<Record<string, StoryData>>, name: string) {
  const [, file = '', id] = NAMED.exec(name.slice(FILE.length)) ?? [];
  const features = data[file]?.features ?? [];
  return id === undefined ? features[0] : features.find((feature) => feature.id === id);
}

/** Whether a name is that of a feature of the story's own files, and not of the basemap. */
export const isOwn = (name: string): boolean => name.startsWith(FILE);

/** Polygons of an area of the story's own files, or null where it has none of that name. */
export function ownArea(data: Readonly<Record<string, StoryData>>, name: string): Polygons | null {
  const found = featureOf(data, name);
  const polygons = found === undefined ? [] : polygonsOf(found.geometry);
  return polygons.length === 0 ? null : polygons;
}
