import type { Page } from 'playwright/test';

/** A scene is data, whichever stage shows it; without WebGL hundreds of visits take a fraction of the time. */
export const withoutWebGl = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
