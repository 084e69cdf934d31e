import type { Browser, CDPSession, Page } from 'playwright';

const READY_TIMEOUT_MS = 60_000;

export interface SlowedView {
  readonly viewport: { readonly width: number; readonly height: number };
  /** How many times slower than this machine. */
  readonly slowdown: number;
}

interface SettledPage {
  readonly page: Page;
  readonly session: CDPSession;
  close(): Promise<void>;
}

/** Opens a story, waits until its picture is at rest and only then slows the page down. */
export async function openSettled(browser: Browser, url: string, view: SlowedView): Promise<SettledPage> {
  const page = await browser.newPage({ viewport: view.viewport });
  await page.goto(url);
  // What waits for the reader to move comes before anything is measured. A key, since a phone has no mouse that lies over
  // the page: in each frame the browser would look what is beneath it.
  await page.keyboard.press('Shift');
  const isSettled = (): boolean => document.querySelector<HTMLElement>('story-map')?.dataset['settled'] === 'true';
  await page.waitForFunction(isSettled, null, { timeout: READY_TIMEOUT_MS });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: view.slowdown });
  return { page, session, close: () => page.close() };
}
