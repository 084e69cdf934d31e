import type { Story } from '../story.ts';
import type { MapSource } from './map-source.ts';

/**
 * The story with what its map shows beyond the basemap; one without is the same.
 * @param downloads addresses of tables by the id of their data layer
 */
export function withMapSources(
  story: Story,
  mapSources: readonly MapSource[],
  downloads: Readonly<Record<string, string>> = {},
): Story {
  if (mapSources.length === 0) return story;
  const { dataLayers } = story;
  if (dataLayers === undefined || Object.keys(downloads).length === 0) return { ...story, mapSources };
  const offered = Object.entries(dataLayers).map(([id, layer]) => {
    const download = downloads[id];
    return [id, download === undefined ? layer : { ...layer, download }] as const;
  });
  return { ...story, mapSources, dataLayers: Object.fromEntries(offered) };
}
