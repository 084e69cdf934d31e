import type { Page } from 'playwright/test';
import { numeralLines } from '../support/numeral-lines.ts';
import { expect, QUICK, test } from '../support/reader-test.ts';
import { expectReadingOrder } from '../support/reading-order.ts';

test.use({ pace: QUICK });

/** The text spacing readers may set for themselves (WCAG 2.2, 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** A desktop window enlarged to 400 %, the smallest phone, one on its side, and a phone of today. */
const SCREENS = [
  { width: 320, height: 256 },
  { width: 320, height: 568 },
  { width: 740, height: 360 },
  { width: 390, height: 844 },
] as const;
const LOW = SCREENS[2];

const SMALLEST_TARGET_PX = 24;

/** Beginnings of texts that run out of the screen or are cut. */
const textsOutside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isRead = (element: Element): boolean => element.closest('.visually-hidden, .scroll-hint') === null;
    return [...document.querySelectorAll('main :is(p, h1, h2, blockquote)')].filter(isRead).flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isCut = left < 0 || right > window.innerWidth || element.scrollWidth > element.clientWidth + 1;
      return isCut ? [(element.textContent ?? '').trim().slice(0, 40)] : [];
    });
  });

/** What can be pressed and is smaller than a fingertip needs. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    // Links in running text are as high as its lines (WCAG 2.2, 2.5.8: inline).
    const pressed = document.querySelectorAll('a:not(p a, sup a), button, label:has(input)');
    return [...pressed].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isShown = element.checkVisibility({ visibilityProperty: true });
      const isSmall = isShown && Math.min(width, height) < least;
      return isSmall ? [`${element.textContent.trim()}: ${Math.round(width)} × ${Math.round(height)}`] : [];
    });
  }, SMALLEST_TARGET_PX);

/** Sections whose card is higher than they are, and so covers the text of the next. */
const tallCards = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main > section')].flatMap((section) => {
      const card = section.querySelector('.card');
      if (!card) return [section.id];
      return card.getBoundingClientRect().height > section.getBoundingClientRect().height + 1 ? [section.id] : [];
    }),
  );

for (const screen of SCREENS) {
  test(`at ${screen.width} × ${screen.height} all can be pressed and text keeps within the screen, with the reader’s spacing too`, async ({
    reader,
  }) => {
    const { page } = reader;
    await page.setViewportSize(screen);
    await reader.open();
    expect.soft(await textsOutside(page)).toEqual([]);
    expect.soft(await smallTargets(page), 'while reading').toEqual([]);
    await page.locator('[data-action="open-sections"]').click();
    expect.soft(await smallTargets(page), 'section list').toEqual([]);
    await page.locator('.settings [data-action="explore"]').click();
    expect.soft(await smallTargets(page), 'explore').toEqual([]);
    await page.keyboard.press('Escape');
    await page.addStyleTag({ content: SPACING });
    expect.soft(await textsOutside(page), 'set apart').toEqual([]);
    expect.soft(await tallCards(page), 'set apart, cards higher than their sections').toEqual([]);
  });
}

for (const screen of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]) {
  test(`at ${screen.width} × ${screen.height} type twice as large is twice as large, and within the screen`, async ({
    reader,
  }) => {
    const { page } = reader;
    await page.setViewportSize(screen);
    const sizeOf = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    await reader.open();
    const [body, heading, kicker] = ['.card .body', 'main h2', '.kicker'];
    const before = [await sizeOf(body), await sizeOf(heading), await sizeOf(kicker)];
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await reader.open();
    expect([await sizeOf(body), await sizeOf(heading), await sizeOf(kicker)]).toEqual(before.map((size) => size * 2));
    expect(await textsOutside(page)).toEqual([]);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  });
}

test('a great numeral is never broken over two lines, on the narrowest phone either', async ({ reader }) => {
  const { page } = reader;
  await reader.open();
  for (const width of [320, 360, 390, 430, 699, 740]) {
    await page.setViewportSize({ width, height: 850 });
    const lines = await numeralLines(page);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines, `${width} px`).toEqual(lines.map(() => 1));
  }
});

test('on a low screen the credits are short enough to stand beside the text', async ({ reader }) => {
  const { page, sections } = reader;
  await page.setViewportSize(LOW);
  await reader.open();
  const credits = page.locator('.attribution');
  let seen = 0;
  for (const { id } of sections) {
    await reader.follow(id);
    await reader.atRest(id);
    const box = await credits.boundingBox();
    if (!box) continue;
    seen += 1;
    for (const text of await reader.textBoxes(id)) {
      const beside = box.x >= text.right || box.x + box.width <= text.left;
      const apart = box.y >= text.bottom || box.y + box.height <= text.top;
      expect.soft(beside || apart, `${id}: ${JSON.stringify({ box, text })}`).toBe(true);
    }
  }
  expect(seen, 'sections with credits').toBeGreaterThan(0);
});

test('on a low screen, too, what has the focus is never hidden', async ({ reader }) => {
  await reader.page.setViewportSize(LOW);
  await expectReadingOrder(reader);
});
