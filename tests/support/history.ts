import type { Page } from 'playwright/test';

/**
 * Forgets where the page has been before, and tells how long its history is: at fifty entries a history grows no further,
 * and pages are reused from test to test.
 */
export async function startHistory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
  return historyLength(page);
}

export const historyLength = (page: Page): Promise<number> => page.evaluate(() => history.length);
