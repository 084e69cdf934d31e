import type { Story } from '../story/story.ts';
import { DETAIL_COLORS } from './detail/detail-colors.ts';
import { type OwnToken, PALETTES, type PaletteName, type Palettes } from './themes.ts';

type OwnColors = Readonly<Record<PaletteName, Readonly<Record<OwnToken, string>>>>;

/** Colours of the layers a story brings beside the basemap's; null where it brings none. */
export function ownColors({ mapSources = [] }: Pick<Story, 'mapSources'>): OwnColors | null {
  return mapSources.some(({ type }) => type === 'detail') ? DETAIL_COLORS : null;
}

/** The map's palettes with the colours of a story's own layers. */
export function storyPalettes(story: Pick<Story, 'mapSources'>): Palettes {
  const own = ownColors(story);
  if (own === null) return PALETTES;
  const names = Object.keys(PALETTES) as PaletteName[];
  return Object.fromEntries(names.map((name) => [name, { ...PALETTES[name], ...own[name] }])) as Palettes;
}
