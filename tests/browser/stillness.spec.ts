import { expect, test } from '../support/reader-test.ts';

declare global {
  interface Window {
    /** How often a frame was asked for since the page began. */
    framesAsked: number;
  }
}

test('a page at rest asks for no frames, in no section', async ({ reader }) => {
  await reader.page.addInitScript(() => {
    window.framesAsked = 0;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      window.framesAsked += 1;
      return request(callback);
    };
  });
  await reader.open();
  for (const { id } of reader.sections.filter((_, index) => index % 4 === 0)) {
    await reader.follow(id);
    await reader.atRest(id);
    // What was put off until the reader stays: the address, the next sections.
    await reader.page.waitForTimeout(300);
    const before = await reader.page.evaluate(() => window.framesAsked);
    await reader.page.waitForTimeout(500);
    expect((await reader.page.evaluate(() => window.framesAsked)) - before, id).toBe(0);
  }
});
