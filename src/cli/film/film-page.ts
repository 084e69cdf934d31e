import type { Browser, CDPSession, Page } from 'playwright';
import type { FilmFrame } from './film-plan.ts';
import type { FilmSize } from './film-size.ts';

const READY_MS = 60_000;

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

/** Runs in the page: resolves once a frame is on screen whole. */
function showFrame({ progress, card }: FilmFrame): Promise<void> {
  const map = document.querySelector('story-map') as HTMLElement & { hold(progress: number): void };
  for (const one of document.querySelectorAll<HTMLElement>('.film-card')) {
    one.style.opacity = one.dataset['card'] === card.id ? String(card.opacity) : '0';
  }
  map.hold(progress);
  return new Promise((resolve) => {
    const look = (): void => {
      if (map.dataset['settled'] === 'true') resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
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
    await page.goto(url);
    const isReady = (): boolean => {
      const isDressed = document.documentElement.dataset['fallbackFonts'] === undefined;
      return isDressed && document.querySelector<HTMLElement>('story-map')?.dataset['settled'] === 'true';
    };
    await page.waitForFunction(isReady, null, { timeout: READY_MS }).catch(() => {
      throw new Error(`${url} did not come to rest within ${READY_MS / 1000} s.`);
    });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(putUp, { cards, style, fits: FITS });
    return new FilmPage(page, await context.newCDPSession(page));
  }

  /** @returns the picture, a PNG in base64 */
  async take(frame: FilmFrame): Promise<string> {
    await this.#page.evaluate(showFrame, frame);
    const { data } = await this.#session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    return data;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
