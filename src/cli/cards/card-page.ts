import type { Browser, Page } from 'playwright';
import { holdProgress, openAtRest } from '../lib/story-at-rest.ts';
import { openFigure } from '../still/still-page.ts';
import { type CardLayout, layCard } from './card-layout.ts';
import type { CardsOptions } from './options.ts';

/** What the pictures and slides of a section say of it. */
export interface CardWords {
  readonly title: string;
  readonly story: string;
  /** Of the section's facts. */
  readonly sources: string;
  /** Of the map. */
  readonly credits: string;
}

const style = ({ card, map, words, isWide }: CardLayout): string => `
.story-card { position: fixed; z-index: 99; inset: 0; display: flex; inline-size: ${card.width}px; block-size: ${card.height}px;
  flex-direction: ${isWide ? 'row-reverse' : 'column'}; background: var(--paper); color: var(--ink); }
.story-card img { flex: none; inline-size: ${map.width}px; block-size: ${map.height}px; }
.card-words { display: flex; flex-direction: column; inline-size: ${words.width}px; block-size: ${words.height}px;
  box-sizing: border-box; padding: 26px 28px 22px; gap: 8px; border-block-start: ${isWide ? 0 : 1}px solid var(--rule);
  border-inline-end: ${isWide ? 1 : 0}px solid var(--rule); }
.card-words p { margin: 0; color: var(--ink-2); font-size: 14px; line-height: 1.4; }
.card-words .card-story { font-size: 15px; }
.card-words .card-title { overflow: hidden; color: var(--ink); font-family: var(--font-display, var(--font-text));
  font-size: 44px; line-height: 1.14; text-wrap: balance; }
.card-words .card-credits { margin-block-start: auto; color: var(--ink-3); font-size: 11px; }
.card-words .card-sources { overflow: hidden; margin-block-start: auto; }
.card-words .card-sources + .card-credits { margin-block-start: 0; }
`;

/** Runs in the page: what a card of a section says, from the page's own text. */
export function readWords(id: string): CardWords {
  const text = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';
  const section = `#${CSS.escape(id)}`;
  const notes = [...document.querySelectorAll(`${section} .sources span[id]`)].map((note) => note.textContent ?? '');
  // A note names sources, and says which place in them, such as "on the April offensive": sources come first or bear a year.
  const named = notes.flatMap((note) =>
    note
      .trim()
      .replace(/^\S+\s|[.。]$/g, '')
      .split(/[;؛]\s*/)
      .filter((part, index) => part && (index === 0 || /\p{Nd}/u.test(part))),
  );
  const all = [...new Set(named)];
  const sources = all.filter((one) => !all.some((other) => other !== one && other.endsWith(` ${one}`)));
  return {
    title: text(`${section} :is(h1, h2)`),
    story: text('h1'),
    sources: sources.join(' · '),
    credits: text('.attribution .full'),
  };
}

interface CardFace {
  readonly words: CardWords;
  /** Address of the picture of the map. */
  readonly picture: string;
}

/** Runs in the page: puts a card over it, its title as large as there is room for. */
async function showCard({ words, picture }: CardFace): Promise<void> {
  document.querySelector('.story-card')?.remove();
  const make = (name: string, className: string, text = ''): HTMLElement => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const [card, block, map] = [make('div', 'story-card'), make('div', 'card-words'), new Image()];
  map.src = picture;
  const title = make('p', 'card-title', words.title || words.story);
  const others = [
    words.title && words.title !== words.story ? make('p', 'card-story', words.story) : null,
    words.sources ? make('p', 'card-sources', words.sources) : null,
    make('p', 'card-credits', words.credits),
  ];
  block.append(title, ...others.filter((one) => one !== null));
  card.append(map, block);
  document.body.append(card);
  await map.decode();
  const isTooMuch = (): boolean =>
    block.scrollHeight > block.clientHeight ||
    title.scrollWidth > title.clientWidth ||
    title.scrollHeight > title.clientHeight + 1;
  const sizes = [44, 40, 36, 32, 28, 25, 22, 19];
  const fits = sizes.find((size) => {
    title.style.fontSize = `${size}px`;
    return !isTooMuch();
  });
  // A list of sources that long is named in the story.
  if (fits === undefined) block.querySelector('.card-sources')?.remove();
}

/** Runs in the page. */
function readShown(): { readonly words: string; readonly isWhole: boolean } {
  const block = document.querySelector('.card-words');
  const isWhole = block !== null && block.scrollHeight <= block.clientHeight && block.scrollWidth <= block.clientWidth;
  return { words: block?.textContent ?? '', isWhole };
}

/** Draws cards of one story, one after another. */
export interface CardPainter {
  /** @param progress 0–1 through the story, where the section rests */
  readonly paint: (id: string, progress: number) => Promise<Uint8Array>;
  /** What the last one says, and whether all of it is within the card. */
  readonly shown: () => Promise<{ readonly words: string; readonly isWhole: boolean }>;
  readonly close: () => Promise<void>;
}

/**
 * @param url of the story
 * @param html of its built page
 */
export async function openCards(
  browser: Browser,
  url: string,
  html: string,
  options: CardsOptions,
): Promise<CardPainter> {
  const { card, map, scale } = layCard(options);
  const figure = { width: map.width * scale, height: map.height * scale, scale, theme: options.theme };
  const maps = await openFigure(browser, url, html, figure, true);
  const context = await browser.newContext({
    viewport: card,
    deviceScaleFactor: scale,
    colorScheme: options.theme,
    bypassCSP: true,
  });
  const words: Page = await context.newPage();
  await openAtRest(words, url);
  await maps.addStyleTag({ content: '.attribution { visibility: hidden !important; }' });
  await words.addStyleTag({ content: style(layCard(options)) });
  return {
    async paint(id, progress) {
      await maps.evaluate(holdProgress, progress);
      const picture = `data:image/png;base64,${(await maps.screenshot()).toString('base64')}`;
      await words.evaluate(showCard, { words: await words.evaluate(readWords, id), picture });
      return words.screenshot({ clip: { x: 0, y: 0, ...card } });
    },
    shown: () => words.evaluate(readShown),
    async close() {
      await Promise.all([maps.context().close(), context.close()]);
    },
  };
}
