import type { Story } from './story.ts';

/** Ids of all regions that any section tints, sorted. The map gets one layer for each. */
export function tintedRegions(story: Story): readonly string[] {
  const ids = story.sections.flatMap(({ layers }) => layers.tints.map(({ region }) => region));
  return [...new Set(ids)].sort();
}
