import type { Browser, CDPSession, Page } from 'playwright';
import { holdProgress, openAtRest } from '../lib/story-at-rest.ts';
import type { FilmCard, FilmFrame } from './film-plan.ts';
import type { FilmSize } from './film-size.ts';

export interface FilmPageOptions {
  readonly url: string;
  readonly size: FilmSize;
  readonly theme: 'light' | 'dark';
  /** What `filmCards` wrote, and the style of it. */
  readonly cards: string;
  readonly style: string;
}

/** How often a text is set a step smaller before the last of its pieces is left out. */
const FITS = 5;

/** Runs in the page: puts the cards up, each in the largest type that its box holds. */
function putUp({ cards, style, fits }: { cards: string; style: string; fits: number }): void {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  document.querySelector('story-map')?.insertAdjacentHTML('beforeend', cards);
  const unit = Math.min(window.innerWidth / 540, window.innerHeight / 540) * 26;
  for (const card of document.querySelectorAll<HTMLElement>('.film-card')) {
    card.style.fontSize = `${unit}px`;
    const text = card.firstElementChild as HTMLElement;
    const isOver = (): boolean => text.scrollHeight > card.clientHeight + 1 || text.scrollWidth > card.clientWidth + 1;
    for (let fit = 1; fit <= fits && isOver(); fit += 1) card.style.fontSize = `${unit * 0.93 ** fit}px`;
    const pieces = [...card.querySelectorAll('.film-piece')].slice(1);
    for (let piece = pieces.pop(); piece && isOver(); piece = pieces.pop()) piece.remove();
  }
}

/** Runs in the page. */
function showCard({ id, opacity }: FilmCard): void {
  for (const one of document.querySelectorAll<HTMLElement>('.film-card')) {
    one.style.opacity = one.dataset['card'] === id ? String(opacity) : '0';
  }
}

/** A story's page that shows the frames of a film, each at its own progress, however long that takes. */
export class FilmPage {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** @throws where the story does not start */
  static async open(browser: Browser, { url, size, theme, cards, style }: FilmPageOptions): Promise<FilmPage> {
    const context = await browser.newContext({
      viewport: size.page,
      deviceScaleFactor: size.scale,
      colorScheme: theme,
      // The cards have styles that no page for readers allows.
      bypassCSP: true,
    });
    const page = await context.newPage();
    await openAtRest(page, url);
    await page.evaluate(putUp, { cards, style, fits: FITS });
    return new FilmPage(page, await context.newCDPSession(page));
  }

  /** @returns the picture, a PNG in base64 */
  async take({ progress, card }: FilmFrame): Promise<string> {
    await this.#page.evaluate(showCard, card);
    await this.#page.evaluate(holdProgress, progress);
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    return data;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
