import type { Story } from '../story/story.ts';
import { dataColors } from './data/data-layers.ts';
import { detailColors } from './detail/detail-colors.ts';
import { type OwnToken, PALETTES, type PaletteName, type Palettes } from './themes.ts';

export type OwnColors = Readonly<Record<PaletteName, Readonly<Record<OwnToken, string>>>>;

const NAMES = Object.keys(PALETTES) as PaletteName[];

/** Colours of the layers a story brings beside the basemap's; null where it brings none. */
export function ownColors({ mapSources = [] }: Pick<Story, 'mapSources'>): OwnColors | null {
  if (mapSources.length === 0) return null;
  const hasDetail = mapSources.some(({ type }) => type === 'detail');
  const colorsIn = (name: PaletteName) =>
    mapSources.reduce<Record<OwnToken, string>>(
      (colors, source) => (source.type === 'data' ? Object.assign(colors, dataColors(source, name)) : colors),
      hasDetail ? { ...detailColors(PALETTES[name]) } : {},
    );
  return Object.fromEntries(NAMES.map((name) => [name, colorsIn(name)])) as OwnColors;
}

/** The map's palettes with the colours of a story's own layers. */
export function storyPalettes(story: Pick<Story, 'mapSources'>): Palettes {
  const own = ownColors(story);
  if (own === null) return PALETTES;
  return Object.fromEntries(NAMES.map((name) => [name, { ...PALETTES[name], ...own[name] }])) as Palettes;
}
