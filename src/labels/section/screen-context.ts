import type { Viewport } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { Stop } from '../../story/timeline.ts';
import type { ScreenContext } from '../rest-context.ts';

/** What charts and marks on the screen may depend on in a section. */
export const screenContext = (story: Story, { layout }: Stop, { dir }: Viewport): ScreenContext => ({
  freeBox: layout.freeBox,
  sizeClass: layout.sizeClass,
  locale: story.locale,
  dir,
  facts: story.facts,
  drawings: story.drawings,
  media: story.media,
  mapTexts: story.mapTexts,
});
