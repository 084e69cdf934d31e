import sharp, { type Sharp } from 'sharp';
import type { Basemap } from '../../basemap/basemap.ts';
import { storyPalettes } from '../../basemap/story-palettes.ts';
import { cssVariables, paletteFor } from '../../basemap/themes.ts';
import { localeInfo } from '../../i18n/locales.ts';
import { renderCardPicture, renderCardWords } from '../../pictures/card-picture.ts';
import { CARD_MARGIN, type CardWords, layCardWords } from '../../pictures/card-words.ts';
import { groundToneRules, mapStyleSheet } from '../../pictures/map-style-sheet.ts';
import { drawGroundMap, groundPictures } from '../../pictures/render-ground-map.ts';
import { renderStaticMap } from '../../pictures/render-static-map.ts';
import { drawStory, type OwnContent } from '../../pictures/story-drawing.ts';
import type { Section, Story } from '../../story/story.ts';
import { type CardPhoto, cutToCard } from './card-photo.ts';
import { createTextOutliner } from './outline-text.ts';
import { CARD_SIZE } from './social-tags.ts';

/** Headline and what stands below it as outlines; null where the faces lack a letter of them, when the map stands alone. */
async function wordsOf({ title, publisher }: CardWords, locale: string) {
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

/** As wide as a card shows of a picture that lies beyond its edges, and no wider: drawings hold pictures as text. */
const MOST_PIXELS = 1600;

type Words = Awaited<ReturnType<typeof wordsOf>>;

/** A story and what its map is drawn from. */
export interface CardInput {
  readonly story: Story;
  readonly basemap: Basemap;
  readonly own: OwnContent;
  /** A picture that lies over its map, by its address. */
  readonly readPicture: (src: string) => Promise<Uint8Array>;
}

/** The pictures over a section's map, by the names of their files, in a form that drawings take. */
async function picturesOver({ story, readPicture }: CardInput, section: Section): Promise<ReadonlyMap<string, string>> {
  const made = groundPictures(story, section, CARD_SIZE).map(async ({ file, src }) => {
    const png = await sharp(await readPicture(src))
      .resize({ width: MOST_PIXELS, withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer();
    return [file, `data:image/png;base64,${png.toString('base64')}`] as const;
  });
  return new Map(await Promise.all(made));
}

async function drawnMap(input: CardInput, section: Section, words: Words): Promise<Sharp> {
  const { story, basemap, own } = input;
  const drawing = drawStory(basemap, story, own);
  const { dir } = localeInfo(story.locale);
  const use = section.layers.ground;
  const map = { ...drawing, section, dir, size: CARD_SIZE };
  const pictures = await picturesOver(input, section);
  const picture = renderCardPicture({
    map: use ? drawGroundMap(map, use, ({ file }) => pictures.get(file) ?? '') : renderStaticMap(map),
    defs: drawing.defs,
    styleSheet: mapStyleSheet() + (use ? groundToneRules() : ''),
    palette: cssVariables(paletteFor('light', section.mood, storyPalettes(story))),
    words,
  });
  return sharp(Buffer.from(picture), { unlimited: true }).resize(CARD_SIZE);
}

async function photograph(photo: CardPhoto, { mood }: Section, story: Story, words: Words): Promise<Sharp> {
  const palette = cssVariables(paletteFor('light', mood, storyPalettes(story)));
  const over = words === null ? [] : [{ input: Buffer.from(renderCardWords(words, palette, CARD_SIZE)) }];
  return sharp(await cutToCard(photo)).composite(over);
}

async function drawCard(
  input: CardInput,
  section: Section,
  said: CardWords | null,
  photo: CardPhoto | null,
): Promise<Uint8Array> {
  const { story } = input;
  const words = said === null ? null : await wordsOf(said, story.locale);
  const picture = photo ? await photograph(photo, section, story, words) : await drawnMap(input, section, words);
  return picture.png({ palette: true }).toBuffer();
}

export const asPng = (bytes: Uint8Array): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });

/**
 * What a story opens with as a PNG file, by itself or with the story's words on it: the picture in place of its map where
 * there is one, else the map.
 */
export async function renderCardPng(
  input: CardInput,
  hasWords: boolean,
  photo: CardPhoto | null = null,
): Promise<Response> {
  const [section] = input.story.sections;
  if (!section) throw new Error(`Story ${input.story.slug} has no section to draw.`);
  return asPng(await drawCard(input, section, hasWords ? input.story : null, photo));
}

/** A section's own: its map, or what stands in its place, with its title and the story's. */
export function renderSectionCard(
  input: CardInput,
  section: Section,
  photo: CardPhoto | null = null,
): Promise<Uint8Array> {
  const { title, publisher } = input.story;
  const below = [title, publisher].filter(Boolean).join(' · ');
  return drawCard(input, section, { title: section.title, publisher: below }, photo);
}
