import type { Browser, Page } from 'playwright';
import { serve } from '../../lib/serve.ts';
import { type ScrollFrame, scrollFrames } from './measure-scroll.ts';
import type { SlowedView } from './open-settled.ts';

/** Pixels a frame, as a reader in a hurry scrolls: 1,200 a second. */
const STEP_PX = 20;
const MAX_FRAMES = 700;
const READY_MS = 120_000;

/** Frames of a story and of the pages it is told next to, in one run. */
export interface FramesRun {
  readonly slowdown: number;
  readonly text: readonly ScrollFrame[];
  readonly transform: readonly ScrollFrame[];
  /** Of a page that has just become ready, with nothing kept from before. */
  readonly first: readonly ScrollFrame[];
  readonly third: readonly ScrollFrame[];
}

async function open(browser: Browser, url: string, { viewport, slowdown }: SlowedView): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url);
  return page;
}

const pass = (page: Page): Promise<readonly ScrollFrame[]> => scrollFrames(page, STEP_PX, MAX_FRAMES);

async function measurePage(browser: Browser, url: string, view: SlowedView): Promise<readonly ScrollFrame[]> {
  const page = await open(browser, url, view);
  await pass(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const frames = await pass(page);
  await page.context().close();
  return frames;
}

async function measureStory(browser: Browser, url: string, view: SlowedView) {
  const page = await open(browser, url, view);
  const isReady = (): boolean => document.querySelector<HTMLElement>('story-map')?.dataset['section'] !== undefined;
  const isSettled = (): boolean => document.querySelector<HTMLElement>('story-map')?.dataset['settled'] === 'true';
  await page.waitForFunction(isReady, null, { timeout: READY_MS });
  const passes: (readonly ScrollFrame[])[] = [];
  for (let count = 0; count < 3; count += 1) {
    passes.push(await pass(page));
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await page.waitForFunction(isSettled, null, { timeout: READY_MS });
  }
  await page.context().close();
  return { first: passes[0] ?? [], third: passes[2] ?? [] };
}

/**
 * Scrolls through a story and the pages it is told next to, one after the other.
 * @param pages folder that `writeFramePages` wrote
 */
export async function measureFrames(
  browser: Browser,
  url: string,
  pages: string,
  view: SlowedView,
): Promise<FramesRun> {
  const server = await serve({ root: pages, port: 4660, host: '127.0.0.1' });
  try {
    const text = await measurePage(browser, new URL('text/', server.url).href, view);
    const transform = await measurePage(browser, new URL('transform/', server.url).href, view);
    return { slowdown: view.slowdown, text, transform, ...(await measureStory(browser, url, view)) };
  } finally {
    await server.close();
  }
}
