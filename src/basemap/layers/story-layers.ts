import type { Story } from '../../story/story.ts';
import { dataLayers } from '../data/data-layers.ts';
import { DETAIL } from './detail.ts';
import type { OwnLayer } from './layer.ts';

/** The layers a story brings beside the basemap's, in drawing order; none where it has nothing to draw with them. */
export function storyLayers({ mapSources = [] }: Pick<Story, 'mapSources'>): readonly OwnLayer[] {
  const detail = mapSources.some(({ type }) => type === 'detail') ? DETAIL : [];
  return [...detail, ...mapSources.flatMap((source) => (source.type === 'data' ? dataLayers(source) : []))];
}
