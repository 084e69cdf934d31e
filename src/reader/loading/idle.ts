/** Longest wait for an idle moment, in milliseconds. */
const TIMEOUT_MS = 2000;

/**
 * Runs when the browser has nothing better to do, or after so many milliseconds. Safari has no idle callback and gets a
 * short pause instead.
 */
export function whenIdle(run: () => void, timeoutMs = TIMEOUT_MS): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: timeoutMs });
  else setTimeout(run, Math.min(timeoutMs, 200));
}

/** Browsers that guard their readers' privacy do not tell when they painted, nor do those in the background. */
const UNTOLD_MS = 1000;

/**
 * Resolves once the first picture is on screen, by the browser's own word, or a while later: what nobody sees yet is not
 * fetched before.
 */
export const firstContentfulPaint = (): Promise<void> =>
  new Promise((resolve) => {
    new PerformanceObserver((seen) => {
      if (seen.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, UNTOLD_MS);
  });

/** A task's share of work, in milliseconds: short enough for a touch in between to be answered at once. */
const SHARE_MS = 5;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does something with each item, task by task, so that what the reader does meanwhile is answered in between.
 * @throws when it is called off
 */
export async function inTasks<T>(items: readonly T[], work: (item: T) => void, signal: AbortSignal): Promise<void> {
  let end = 0;
  for (const item of items) {
    if (performance.now() >= end) {
      await nextTask();
      end = performance.now() + SHARE_MS;
    }
    signal.throwIfAborted();
    work(item);
  }
}
