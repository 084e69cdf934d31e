import type { Medium } from '../../story/media/medium.ts';
import type { Story } from '../../story/story.ts';
import { type SourceSet, sourceSets, stillOf, veiled } from './story-media.ts';

/** A picture of those a story opens with. */
export interface OpeningPicture {
  readonly medium: Medium;
  /** For which screens; undefined for all. */
  readonly media: string | undefined;
  /** The first is the one that most browsers choose. */
  readonly sources: readonly (SourceSet & { readonly sizes: string })[];
}

/** How wide a backdrop is shown. On a phone the stage is no wider than that; larger files would be seen by nobody. */
export const BACKDROP_SIZES = '(max-width: 699px) 480px, 100vw';

/** What stands in place of the map where the story opens, for each screen; nothing where that is hidden until the reader asks. */
export function openingPictures(story: Story): readonly OpeningPicture[] {
  const { backdrop } = story.sections[0] ?? {};
  if (!backdrop) return [];
  const [wide, upright] = [stillOf(story, backdrop.src), stillOf(story, backdrop.portrait)];
  if (veiled([wide, upright]) !== null || story.media[backdrop.src]?.isSensitive) return [];
  const of = (medium: Medium, media: string | undefined): OpeningPicture => ({
    medium,
    media,
    sources: sourceSets(medium).map((source) => ({ ...source, sizes: BACKDROP_SIZES })),
  });
  if (wide === upright) return [of(wide, undefined)];
  return [of(upright, '(orientation: portrait)'), of(wide, '(orientation: landscape)')];
}
