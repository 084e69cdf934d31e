import type { BrowserContext, Page } from 'playwright';
import { comeToRest } from './take-step.ts';

/** Where the device, not the page, is the reason. */
const BY_THE_DEVICE = ['no-webgl', 'low-memory', 'save-data', 'light-map'];

const ABORTED = ['net::ERR_ABORTED', 'NS_BINDING_ABORTED'];

/** What is told of a problem, and whether it is no more than a file that did not come. */
type Say = (problem: string, isOfNetwork: boolean) => void;

/** Says of a page every error and failed request, and every fallback that is not the device's. */
export async function watchStory(page: Page, say: Say): Promise<void> {
  page.on('pageerror', (error) => say(`error: ${error.stack ?? error.message}`, false));
  page.on('console', (message) => {
    const isOfNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error') say(`console: ${message.text()}`, isOfNetwork);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!ABORTED.includes(reason)) say(`failed request: ${request.url()} (${reason})`, true);
  });
  await page.exposeFunction('sayFallback', (reason: string, detail: string) => {
    if (!BY_THE_DEVICE.includes(reason)) say(`fallback: ${reason} ${detail}`, false);
  });
  await page.addInitScript(() => {
    window.addEventListener('story:fallback', (event) => {
      const { reason, detail } = (event as CustomEvent<{ reason: string; detail?: string }>).detail;
      (window as unknown as { sayFallback(...words: string[]): void }).sayFallback(reason, detail ?? '');
    });
  });
}

/** Opens a story as someone does who has come to read. */
export async function openStory(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await comeToRest(page);
  // A pointer that stays where it is has not moved.
  for (const x of [1, 2]) await page.mouse.move(x, 1);
  await comeToRest(page);
}

/** Whether the device has a whole copy of the story; waits until it has one or will not. */
export async function isKept(page: Page): Promise<boolean> {
  const state = await page.waitForFunction(() => {
    const panel = document.querySelector<HTMLElement>('.offline-copy');
    if (panel === null || !('serviceWorker' in navigator)) return 'none';
    return ['saved', 'failed', 'off'].find((one) => one === panel.dataset['state']) ?? false;
  });
  return (await state.jsonValue()) === 'saved';
}

/** Shows in a page of its own what stands at a place of the story, and leaves. */
export async function visitAfresh<T>(
  context: BrowserContext,
  from: Page,
  read: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    await page.setViewportSize(from.viewportSize() ?? { width: 1440, height: 900 });
    const top = await from.evaluate(() => window.scrollY);
    await openStory(page, from.url());
    await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top);
    return await read(page);
  } finally {
    await page.close();
    await from.bringToFront();
  }
}
