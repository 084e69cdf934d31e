import type { Browser } from 'playwright';

/** One frame of a scroll through the story. */
export interface ScrollFrame {
  readonly section: string;
  /** From the frame's first callback until style, layout and paint are done and handed over. */
  readonly mainMs: number;
  /** Since the frame before. */
  readonly intervalMs: number;
}

export interface ScrollRun {
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower than this machine. */
  readonly slowdown: number;
  /** Pixels scrolled with each frame. */
  readonly stepPx: number;
}

const READY_TIMEOUT_MS = 60_000;

/** Scrolls from the beginning to the end, one step a frame. Runs in the page. */
function scrollThrough(stepPx: number): Promise<readonly ScrollFrame[]> {
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
      frames.push({ section, mainMs: performance.now() - started, intervalMs: started - before });
      if (window.scrollY < end) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}

/** Main-thread time of each frame while a story is scrolled through on a slower device. */
export async function measureScroll(browser: Browser, url: string, run: ScrollRun): Promise<readonly ScrollFrame[]> {
  const page = await browser.newPage({ viewport: run.viewport });
  await page.goto(url);
  const isSettled = (): boolean => document.querySelector<HTMLElement>('story-map')?.dataset['settled'] === 'true';
  await page.waitForFunction(isSettled, null, { timeout: READY_TIMEOUT_MS });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: run.slowdown });
  const frames = await page.evaluate(scrollThrough, run.stepPx);
  await page.close();
  return frames;
}
