import type { StoryData } from '../story.ts';
import { type Polygons, polygonsOf } from './geometry-parts.ts';
import { FILE } from './own-name.ts';

/** The feature a name means, where there is one. Its id may hold anything, another `#` too. */
export function featureOf(data: Readonly<Record<string, StoryData>>, name: string) {
  const [file = '', ...id] = name.slice(FILE.length).split('#');
  const features = data[file]?.features ?? [];
  return id.length === 0 ? features[0] : features.find((feature) => feature.id === id.join('#'));
}

/** Polygons of an area of the story's own files, or null where it has none of that name. */
export function ownArea(data: Readonly<Record<string, StoryData>>, name: string): Polygons | null {
  const found = featureOf(data, name);
  const polygons = found === undefined ? [] : polygonsOf(found.geometry);
  return polygons.length === 0 ? null : polygons;
}
