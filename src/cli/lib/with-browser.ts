import type { Browser } from 'playwright';
import { ensureBrowser, findBrowserEffects } from './find-browser.ts';

/** Starts a browser for as long as it is used. */
export async function withBrowser<Result>(
  flags: readonly string[],
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath: await ensureBrowser(findBrowserEffects), args: [...flags] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
