import type { Page } from 'playwright';

const READY_MS = 60_000;

/**
 * Opens a story and waits until its first picture is whole, in its own typefaces.
 * @throws where it does not start
 */
export async function openAtRest(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const isReady = (): boolean => {
    const isDressed = document.documentElement.dataset['fallbackFonts'] === undefined;
    return isDressed && document.querySelector<HTMLElement>('story-map')?.dataset['settled'] === 'true';
  };
  await page.waitForFunction(isReady, null, { timeout: READY_MS }).catch(() => {
    throw new Error(`${url} did not come to rest within ${READY_MS / 1000} s.`);
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Runs in the page: resolves once the map shows a progress (0–1) of the story whole. */
export function holdProgress(progress: number): Promise<void> {
  const map = document.querySelector('story-map') as HTMLElement & { hold(progress: number): void };
  map.hold(progress);
  return new Promise((resolve) => {
    const look = (): void => {
      if (map.dataset['settled'] === 'true') resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page: resolves after six frames that have not scrolled it. A key such as End scrolls for a while by itself. */
export const scrollRests = (): Promise<void> =>
  new Promise((resolve) => {
    let [last, still] = [Number.NaN, 0];
    const look = (): void => {
      still = window.scrollY === last ? still + 1 : 0;
      last = window.scrollY;
      if (still === 6) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
