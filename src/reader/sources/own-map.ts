import type { ShapeFile } from '../../basemap/drawing/shape-file.ts';
import { storyLayers } from '../../basemap/layers/story-layers.ts';
import { storyPalettes } from '../../basemap/story-palettes.ts';
import type { Story } from '../../story/story.ts';
import type { OwnMap } from '../stages/own-map.ts';
import { createGiving } from './add-to-map.ts';
import { drawOwn, standingVariables } from './draw-own.ts';
import type { ArrivedSource } from './read-source.ts';

/** What has come so far, for stages to show. */
export function createOwnMap(story: Story): (arrived: readonly ArrivedSource[]) => OwnMap {
  const layers = storyLayers(story);
  const palettes = storyPalettes(story);
  const giving = createGiving(story, layers);
  const hasStanding = layers.some((layer) => 'shape' in layer);
  return (arrived) => {
    const files: readonly ShapeFile[] = arrived.map(({ file }) => file);
    return {
      layers,
      palettes,
      files,
      variables: (camera) => (hasStanding ? standingVariables(camera) : {}),
      drawIn: (svg, grid) => drawOwn(svg, grid, layers, files),
      ...giving(files),
    };
  };
}
