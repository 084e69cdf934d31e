import sharp from 'sharp';
import type { Basemap } from '../../basemap/basemap.ts';
import { storyPalettes } from '../../basemap/story-palettes.ts';
import { cssVariables, paletteFor } from '../../basemap/themes.ts';
import { localeInfo } from '../../i18n/locales.ts';
import { renderCardPicture } from '../../pictures/card-picture.ts';
import { CARD_MARGIN, layCardWords } from '../../pictures/card-words.ts';
import { mapStyleSheet } from '../../pictures/map-style-sheet.ts';
import { renderStaticMap } from '../../pictures/render-static-map.ts';
import { drawStory, type OwnContent } from '../../pictures/story-drawing.ts';
import type { Story } from '../../story/story.ts';
import { createTextOutliner } from './outline-text.ts';
import { CARD_SIZE } from './social-tags.ts';

/** Headline and publisher as outlines; null where the faces lack a letter of them, when the map stands alone. */
async function wordsOf({ title, publisher, locale }: Story) {
  const { dir } = localeInfo(locale);
  const outliner = await createTextOutliner(dir);
  if (!outliner.canSet(title + publisher)) return null;
  const lines = layCardWords({ title, publisher }, outliner.width, CARD_SIZE);
  const outlines = lines.map(({ text, sizePx, yPx }) => {
    const xPx = dir === 'ltr' ? CARD_MARGIN : CARD_SIZE.width - CARD_MARGIN - outliner.width(text, sizePx);
    return outliner.outline(text, sizePx, xPx, yPx);
  });
  const [first] = lines;
  const topPx = first === undefined ? CARD_SIZE.height : Math.max(0, first.yPx - 2.4 * first.sizePx);
  return { outlines: outlines.join(''), topPx };
}

/** A story and what its map is drawn from. */
interface CardInput {
  readonly story: Story;
  readonly basemap: Basemap;
  readonly own: OwnContent;
}

/** The map a story opens with as a PNG file, by itself or with the story's words on it. */
export async function renderCardPng({ story, basemap, own }: CardInput, hasWords: boolean): Promise<Response> {
  const [section] = story.sections;
  if (!section) throw new Error(`Story ${story.slug} has no section to draw.`);
  const drawing = drawStory(basemap, story, own);
  const { dir } = localeInfo(story.locale);
  const map = renderStaticMap({ ...drawing, section, dir, size: CARD_SIZE });
  const palette = cssVariables(paletteFor('light', section.mood, storyPalettes(story)));
  const words = hasWords ? await wordsOf(story) : null;
  const picture = renderCardPicture({ map, defs: drawing.defs, styleSheet: mapStyleSheet(), palette, words });
  const png = await sharp(Buffer.from(picture)).resize(CARD_SIZE).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
