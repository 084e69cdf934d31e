import type { Browser, Page } from 'playwright';
import { openSettled, type SlowedView } from './open-settled.ts';

/** One frame of a scroll through the story. */
export interface ScrollFrame {
  readonly section: string;
  /** When its first callback ran, by the page's own clock. */
  readonly startMs: number;
  /** From the frame's first callback until style, layout and paint are done and handed over. */
  readonly mainMs: number;
  /** Since the frame before. */
  readonly intervalMs: number;
}

export interface ScrollRun extends SlowedView {
  /** Pixels scrolled with each frame. */
  readonly stepPx: number;
  /** To stop after, in a story that is longer. */
  readonly maxFrames?: number;
}

/** Scrolls from the beginning to the end, one step a frame. Runs in the page. */
function scrollThrough([stepPx, maxFrames]: readonly [number, number]): Promise<readonly ScrollFrame[]> {
  const frames: ScrollFrame[] = [];
  const map = document.querySelector<HTMLElement>('story-map');
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const afterFrame = new MessageChannel();
  let [started, before] = [performance.now(), performance.now()];
  return new Promise((resolve) => {
    const step = (): void => {
      before = started;
      started = performance.now();
      window.scrollBy({ top: stepPx, behavior: 'instant' });
      // A message sent in a frame is heard once the frame's style, layout and paint are done.
      afterFrame.port2.postMessage(null);
    };
    afterFrame.port1.onmessage = (): void => {
      const section = map?.dataset['section'] ?? '';
      frames.push({ section, startMs: started, mainMs: performance.now() - started, intervalMs: started - before });
      if (window.scrollY < end && frames.length < maxFrames) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}

/** Scrolls an open page through, at so many pixels a frame. */
export const scrollFrames = (page: Page, stepPx: number, maxFrames = 1e9): Promise<readonly ScrollFrame[]> =>
  page.evaluate(scrollThrough, [stepPx, maxFrames] as const);

/** Main-thread time of each frame while a story is scrolled through on a slower device. */
export async function measureScroll(browser: Browser, url: string, run: ScrollRun): Promise<readonly ScrollFrame[]> {
  const { page, close } = await openSettled(browser, url, run);
  const frames = await scrollFrames(page, run.stepPx, run.maxFrames);
  await close();
  return frames;
}
