import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { cssVariables, paletteFor } from '../../../basemap/themes.ts';
import { listStories, loadStory } from '../../../content.ts';
import { localeInfo } from '../../../i18n/locales.ts';
import { renderCardPicture } from '../../../pictures/card-picture.ts';
import { mapStyleSheet } from '../../../pictures/map-style-sheet.ts';
import { renderStaticMap } from '../../../pictures/render-static-map.ts';
import { drawStory } from '../../../pictures/story-drawing.ts';

/** What social networks and mail programs show whole. */
const SIZE = { width: 1200, height: 630 };

export const getStaticPaths = (async () => {
  const stories = await listStories();
  return stories.map(({ locale, slug }) => ({ params: { locale, story: slug } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { story, basemap } = await loadStory(params['story'] ?? '', params['locale'] ?? '');
  const [section] = story.sections;
  if (!section) throw new Error(`Story ${story.slug} has no section to draw.`);
  const drawing = drawStory(basemap, story);
  const { dir } = localeInfo(story.locale);
  const map = renderStaticMap({ ...drawing, section, dir, size: SIZE });
  const palette = cssVariables(paletteFor('light', section.mood));
  const picture = renderCardPicture({ map, defs: drawing.defs, styleSheet: mapStyleSheet(), palette });
  const png = await sharp(Buffer.from(picture)).resize(SIZE).png({ palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
