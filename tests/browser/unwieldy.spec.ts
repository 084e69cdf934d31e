import type { Page } from 'playwright/test';
import { expect, test } from '../support/reader-test.ts';

/* A story with words, tables and pictures wider than any screen, and an opening longer than one. */

const STORY = '/en/unwieldy/';
const SCREENS = [
  { width: 320, height: 568 },
  { width: 740, height: 360 },
  { width: 1024, height: 600 },
  { width: 1440, height: 900 },
] as const;

/** What runs out of the page to either side, unless it scrolls in a box of its own. */
const outside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const own = '.table-scroll, .stage, svg, .visually-hidden, pre, dialog:not([open])';
    const found = [...document.querySelectorAll('body *:not(story-map, main, script, style)')].filter((element) => {
      const { width, left, right } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1) && element.closest(own) === null;
    });
    const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth}`] : [];
    return [...page, ...found.map(({ tagName, className }) => `${tagName}.${className}`)];
  });

/** Where an opening stands between the bar and what is written at its foot. */
const openingIn = (page: Page) =>
  page.evaluate(() => {
    const rectOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const hint = rectOf('.scroll-hint');
    return {
      bar: rectOf('.bar').bottom,
      first: rectOf('#opening .kicker').top,
      last: rectOf('#opening .byline').bottom,
      foot: hint.height > 0 ? hint.top : Number.POSITIVE_INFINITY,
      ground: getComputedStyle(document.querySelector('.bar') ?? document.body).backgroundColor,
    };
  });

const shapeOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((img: HTMLImageElement) => img.width / img.height);

// The reader's fixture fails a test on any error of the page and any request to another origin.
test.beforeEach(({ reader }) => void reader);

for (const screen of SCREENS) {
  const { width, height } = screen;
  test(`at ${width} × ${height} nothing an author writes is wider than the screen, or under the bar`, async ({
    page,
  }) => {
    await page.setViewportSize(screen);
    const embed = `${STORY}embed/index.html?mode=`;
    for (const path of ['/', `${STORY}about/`, `${embed}flat`, `${embed}scroll`, STORY]) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect.soft(await outside(page), path).toEqual([]);
    }
    await page.locator('story-map[data-section]').waitFor();
    const table = page.locator('#wide .table-scroll');
    expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth), 'a table scrolls in its box').toBe(true);
    expect(await shapeOf(page, '#wide img'), 'a picture keeps its shape').toBeCloseTo(4, 1);
    expect(await shapeOf(page, '#over img'), 'one whose tag says its size, too').toBeCloseTo(4, 1);
    const opening = await openingIn(page);
    expect(opening.bar, 'the bar was found').toBeGreaterThan(0);
    expect(opening.last, 'the opening was found').toBeGreaterThan(opening.first);
    expect(opening.first).toBeGreaterThanOrEqual(opening.bar);
    expect(opening.last).toBeLessThanOrEqual(opening.foot);
    expect(opening.ground, 'words that scroll under the bar are not read through it').not.toBe('rgba(0, 0, 0, 0)');
  });
}

test('marks of sixty sections fit beside a low window, and into the bar of a frame', async ({ page }) => {
  const add = (): void => {
    const rail = document.querySelector<HTMLElement>('.rail');
    rail?.style.setProperty('--sections', '60');
    rail?.replaceChildren(...Array.from({ length: 60 }, () => document.createElement('i')));
  };
  const marks = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.rail > i')].map((mark) => mark.getBoundingClientRect());
      return {
        top: Math.min(...boxes.map(({ top }) => top)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
      };
    });
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.goto(STORY);
  await page.evaluate(add);
  const beside = await marks();
  expect(beside.top).toBeGreaterThanOrEqual(52);
  expect(beside.bottom).toBeLessThanOrEqual(420);
  await page.setViewportSize({ width: 700, height: 420 });
  await page.goto(`${STORY}embed/index.html?mode=contained`);
  await page.locator('story-map[data-section]').waitFor();
  await page.evaluate(add);
  const inBar = await marks();
  const [previous, next] = await page.evaluate(() =>
    [...document.querySelectorAll('.embed-bar .step')].map((button) => button.getBoundingClientRect().x),
  );
  expect(inBar.left).toBeGreaterThanOrEqual((previous ?? 0) + 44);
  expect(inBar.right).toBeLessThanOrEqual(next ?? 0);
  expect(await outside(page)).toEqual([]);
});
