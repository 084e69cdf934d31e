import type { Browser, Page } from 'playwright';
import { localeInfo } from '../../../i18n/locales.ts';
import type { Section } from '../../../story/story.ts';
import { readWords } from '../../cards/card-page.ts';
import { type FilmStory, readFilmStory } from '../../film/film-story.ts';
import type { FilmLine, FilmText } from '../../film/text/film-text.ts';
import { countWords } from '../../film/text/reading-speed.ts';
import { holdProgress } from '../../lib/story-at-rest.ts';
import { openFigure } from '../../still/still-page.ts';
import type { Deck, Slide, SlideColors } from './slide.ts';
import { MAP_SHAPE } from './write-deck.ts';

/** CSS pixels; drawn at twice that, which is as sharp as projectors are. */
const MAP_HEIGHT = 750;
const SCALE = 2;

/** Runs in the page: the theme's colours, whatever way its style sheet writes them. */
function readColors(): SlideColors {
  const context = document.createElement('canvas').getContext('2d');
  const probe = document.body.appendChild(document.createElement('i'));
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    if (!context) return '000000';
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('');
  };
  const colors = { paper: read('--paper'), ink: read('--ink'), faint: read('--ink-2'), accent: read('--accent') };
  probe.remove();
  return colors;
}

/** Runs in the page: the paragraphs of a section, without the figures of notes. */
function readProse(id: string): readonly string[] {
  const paragraphs = document.querySelectorAll(`#${CSS.escape(id)} :is(.standfirst, .body :is(p, li))`);
  return [...paragraphs].flatMap((paragraph) => {
    const copy = paragraph.cloneNode(true) as Element;
    for (const note of copy.querySelectorAll('.note-ref')) note.remove();
    return copy.textContent?.replace(/\s+/g, ' ').trim() || [];
  });
}

/** Runs in the page: the map of a section in words. */
function readDescription(id: string): string {
  return document.querySelector(`#${CSS.escape(id)} .map-description`)?.textContent?.trim() ?? '';
}

const MANY_WORDS = 60;

/** A slide has room for the paragraph whose first sentences a film takes. */
function withParagraph(line: FilmLine, prose: readonly string[], locale: string): FilmLine {
  if (line.kind !== 'text') return line;
  const whole = prose.find((paragraph) => paragraph.startsWith(line.text));
  return whole && countWords(whole, locale) <= MANY_WORDS ? { kind: 'text', text: whole } : line;
}

/** A great numeral that stands for a title is one, with its words. */
function titleOf({ title, isTitleShown, lines: [first] }: FilmText): string {
  if (isTitleShown || first?.kind !== 'numeral') return title;
  return [first.before, first.figure, first.after].filter(Boolean).join(' ');
}

async function slideOf(page: Page, { story, texts }: FilmStory, { id, index }: Section): Promise<Slide | null> {
  const text = texts.find((one) => one.id === id);
  if (!text) return null;
  const words = await page.evaluate(readWords, id);
  const prose = await page.evaluate(readProse, id);
  await page.evaluate(holdProgress, (index + 0.5) / story.sections.length);
  const picture = (await page.screenshot()).toString('base64');
  const title = titleOf(text);
  const lines = title === text.title ? text.lines : text.lines.slice(1);
  const [standfirst] = prose;
  const isBare = lines.length === 0 && title === text.title && standfirst !== undefined;
  return {
    kicker: text.kicker,
    title: title || story.title,
    lines: isBare
      ? [{ kind: 'text', text: standfirst }]
      : lines.map((line) => withParagraph(line, prose, story.locale)),
    picture,
    alt: await page.evaluate(readDescription, id),
    credits: words.credits,
    notes: [...prose, words.sources].filter(Boolean).join('\n\n'),
  };
}

/**
 * What the slides of a story show: one a section that has a card, and a last one with sources and address.
 * @param html of the story's built page
 * @param address where the story is to be read, or empty
 * @param told is called before each slide with its number, from 1, and how many there are
 */
export async function makeSlides(
  browser: Browser,
  url: string,
  html: string,
  { address, told }: { readonly address: string; readonly told: (number: number, of: number, title: string) => void },
): Promise<Deck> {
  const film = readFilmStory(html);
  const { story, credits } = film;
  const size = { width: Math.round(MAP_HEIGHT * MAP_SHAPE) * SCALE, height: MAP_HEIGHT * SCALE };
  const page = await openFigure(browser, url, html, { ...size, scale: SCALE, theme: 'light' }, true);
  try {
    // Credits stand below the words, where they can be read aloud and copied.
    await page.addStyleTag({ content: '.attribution { visibility: hidden !important; }' });
    const shown = story.sections.filter(({ card }) => !card.hidden);
    const slides: Slide[] = [];
    for (const [done, section] of shown.entries()) {
      told(done + 1, shown.length, section.title || story.title);
      const slide = await slideOf(page, film, section);
      if (slide) slides.push(slide);
    }
    return {
      title: story.title,
      publisher: story.publisher,
      locale: story.locale,
      dir: localeInfo(story.locale).dir,
      colors: await page.evaluate(readColors),
      slides,
      // An address runs from the left among words that do not.
      closing: [story.publisher, credits, address && `\u200e${address}\u200e`].filter(Boolean),
    };
  } finally {
    await page.context().close();
  }
}
