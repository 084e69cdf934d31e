import type { Page } from 'playwright/test';
import { expectSection } from '../support/expect-section.ts';
import { soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

type Heights = Readonly<Record<string, number>>;

/** Heights of what the page consists of, in order. */
const heightsOf = (page: Page): Promise<Heights> =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('main > section, .end-matter')];
    return Object.fromEntries(parts.map((part) => [part.id, part.getBoundingClientRect().height]));
  });

const isLate = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset['deferred'] !== undefined);

/** Holds back the script of the reader, so that the page is as it is before that runs. */
async function holdScript(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_astro/story-map*.js', async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test('what is far from the opening is laid out once the page has come to rest, nobody asking, as it always is', async ({
  page,
  told,
}) => {
  const release = await holdScript(page);
  await page.goto(told.url, { waitUntil: 'commit' });
  await expect(page.locator('.end-matter')).toBeAttached();
  const guessed = await heightsOf(page);
  expect(await isLate(page)).toBe(true);
  release();
  await soon(() => isLate(page)).toBe(false);
  const own = await heightsOf(page);
  // A visit that begins elsewhere has everything laid out at once.
  await page.goto('about:blank');
  await page.goto(`${told.url}#${told.story.sections.at(-1)?.id}`);
  expect(await isLate(page)).toBe(false);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await soon(() => heightsOf(page)).toEqual(own);
  expect(own).not.toEqual(guessed);
});

test('a reader who jumps before that arrives where they wanted', async ({ page, reader, told }) => {
  const wanted = told.story.sections.at(-2);
  await page.goto(told.url, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector<HTMLElement>('story-map')?.dataset['settled'] !== undefined);
  await page.evaluate((id) => {
    location.hash = id;
  }, wanted?.id ?? '');
  await reader.atRest(wanted?.id);
  if (wanted) await expectSection(reader, told.story, wanted);
  expect(await isLate(page)).toBe(false);
});

/** Text that is set in its own typeface at last takes a little more or less room than in a fallback font. */
const isDressed = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);

test('one who scrolls off at once reads on where they are, and the map with them', async ({ page, reader, told }) => {
  await page.goto(told.url, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector<HTMLElement>('story-map')?.dataset['settled'] !== undefined);
  await page.mouse.wheel(0, 2500);
  await isDressed(page);
  const { section, progress } = await reader.atRest();
  expect(await reader.scrollTop()).toBeGreaterThan(0);
  await page.reload();
  await isDressed(page);
  const again = await reader.atRest(section);
  // The browser keeps the text in place that it shows, to a line.
  expect(Math.abs(again.progress - progress)).toBeLessThan(0.05 / reader.sections.length);
});
