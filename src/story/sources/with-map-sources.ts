import type { Story } from '../story.ts';
import type { MapSource } from './map-source.ts';

/** The story with what its map shows beyond the basemap; one without is the same. */
export function withMapSources(story: Story, mapSources: readonly MapSource[]): Story {
  return mapSources.length === 0 ? story : { ...story, mapSources };
}
