import type { Section, Story } from '../story.ts';
import type { MapSource } from './map-source.ts';

/** The story with what its map shows beyond the basemap: sections with detail say so in their layers. */
export function withMapSources(story: Story, mapSources: readonly MapSource[]): Story {
  if (mapSources.length === 0) return story;
  const detailed = new Set(mapSources.flatMap(({ type, sections }) => (type === 'detail' ? sections : [])));
  const sections = story.sections.map(
    (section): Section =>
      detailed.has(section.index) ? { ...section, layers: { ...section.layers, detail: 1 } } : section,
  );
  return { ...story, mapSources, sections };
}
