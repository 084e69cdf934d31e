import type { Story } from '../story.ts';
import type { Polygons } from './geometry-parts.ts';
import { isOwn } from './own-name.ts';
import { ownArea } from './own-shapes.ts';

/** The story's own areas that any section tints, by the name the tint gives them. */
export function tintedAreas({ sections, data }: Story): Readonly<Record<string, Polygons>> {
  const names = sections.flatMap(({ layers }) => layers.tints.map(({ region }) => region)).filter(isOwn);
  return Object.fromEntries([...new Set(names)].map((name) => [name, ownArea(data, name) ?? []]));
}
