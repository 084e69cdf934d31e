import type { Page } from 'playwright/test';

/** Over how many lines each great numeral of the page is broken. */
export function numeralLines(page: Page): Promise<readonly number[]> {
  return page.locator('.great-numeral .figure').evaluateAll((figures) =>
    figures.map((figure) => {
      const range = document.createRange();
      range.selectNodeContents(figure);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
}
