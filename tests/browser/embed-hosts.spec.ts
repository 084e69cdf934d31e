import type { Story } from '../../src/story/story.ts';
import {
  atRestIn,
  expect,
  expectSameScene,
  grown,
  placeOf,
  scrollThrough,
  soon,
  storyFrame,
  test,
} from '../support/embed-test.ts';

/** Pages in which the story follows the page's scroll, and those in which something stands in its way. */
const FOLLOWING = [
  'plain',
  'sticky-header',
  'strict-policy',
  'narrow',
  'right-to-left',
  'script-form',
  'iframe-form',
  'css-reset',
];
const IN_THE_WAY = ['overflow-hidden', 'transformed'];

/** Where the host's direction meets the story's. Elsewhere hosts take the languages in turn. */
const IN_EVERY_LANGUAGE = ['plain', 'right-to-left'];
const inTurn = (editions: readonly Story[], name: string, index: number): readonly Story[] =>
  editions.filter((_, which) => IN_EVERY_LANGUAGE.includes(name) || which === index % editions.length);

for (const [index, name] of [...FOLLOWING, 'sandboxed-scroll'].entries()) {
  test(`${name}: the story follows the page`, async ({ page, host, editions }) => {
    for (const story of inTurn(editions, name, index)) {
      await host.open(name, story);
      const frame = await storyFrame(page);
      await grown(page, frame);
      expect((await placeOf(page)).shown).toBe('scroll');
      await scrollThrough(page, 0.5);
      const middle = story.sections[Math.floor(story.sections.length / 2)];
      await soon(async () => (await atRestIn(frame)).scene.progress).toBeGreaterThan(0.3);
      expectSameScene(story, await atRestIn(frame));
      await frame.locator(`#${middle?.id}`).evaluate((section) => section.focus());
      await atRestIn(frame, middle?.id);
      const [lang, dir] = await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
      expect([lang, dir]).toEqual([story.locale, story.locale === 'ar' ? 'rtl' : 'ltr']);
    }
  });
}

for (const [index, name] of IN_THE_WAY.entries()) {
  test(`${name}: the story keeps to its frame`, async ({ page, host, editions }) => {
    for (const story of inTurn(editions, name, index)) {
      await host.open(name, story);
      const embed = page.locator('story-embed');
      await embed.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const frame = await storyFrame(page);
      const { shown, height } = await placeOf(page);
      expect(shown).toBe('contained');
      expect(height).toBeGreaterThan(400);
      await atRestIn(frame, story.sections[0]?.id);
      await frame.locator('.embed-bar [data-action="next"]').evaluate((button: HTMLElement) => button.click());
      await soon(() => frame.evaluate(() => window.scrollY)).toBeGreaterThan(0);
      expectSameScene(story, await atRestIn(frame));
    }
  });
}

test('css-reset: whatever a page does to frames and to what it does not know, the story has its place', async ({
  page,
  host,
  told,
}) => {
  await host.open('css-reset', told.story);
  await page.locator('story-embed').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await storyFrame(page);
  const [width, height, opacity] = await page.locator('story-embed').evaluate((element: HTMLElement) => {
    const iframe = element.shadowRoot?.querySelector('iframe');
    return [iframe?.offsetWidth, iframe?.offsetHeight, getComputedStyle(element).opacity];
  });
  expect(width).toBeGreaterThan(300);
  expect(height).toBeGreaterThan(400);
  expect(opacity).toBe('1');
});

test('two-stories: each follows its own place on the page', async ({ page, host, told }) => {
  await host.open('two-stories', told.story);
  const first = await storyFrame(page, '#first');
  await grown(page, first, '#first');
  await scrollThrough(page, 0.4, '#first');
  await soon(async () => (await atRestIn(first)).scene.progress).toBeGreaterThan(0.3);
  await scrollThrough(page, 1, '#first');
  await page.locator('#second').scrollIntoViewIfNeeded();
  const second = await storyFrame(page, '#second');
  await grown(page, second, '#second');
  await scrollThrough(page, 0.2, '#second');
  // To have it in view had put it in the middle of the screen; the page's word of the scroll is under way.
  await soon(async () => (await atRestIn(second)).scene.progress).toBeLessThan(0.4);
  expect((await atRestIn(second)).scene.progress).toBeGreaterThan(0.1);
  expect(await first.evaluate(() => window.scrollY)).toBeGreaterThan(5000);
  expect(await second.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test('far-down: nothing is fetched until the reader is near, and nothing moves when it is', async ({
  page,
  host,
  told,
}) => {
  await host.open('far-down', told.story);
  await soon(() => page.evaluate(() => customElements.get('story-embed') !== undefined)).toBe(true);
  expect(page.frames().length).toBe(1);
  const { height } = await placeOf(page);
  expect(height, 'a place is kept').toBe(page.viewportSize()?.height);
  await scrollThrough(page, 0);
  const frame = await storyFrame(page);
  await grown(page, frame);
  expect((await placeOf(page)).top).toBeLessThan(2);
  await atRestIn(frame, told.story.sections[0]?.id);
});

test('single-page: removed and added again, the story works and leaves nothing behind', async ({
  page,
  host,
  told,
}) => {
  await page.addInitScript(() => {
    const added = window.addEventListener.bind(window);
    Object.assign(window, { listening: 0 });
    window.addEventListener = ((name: string, run: EventListener, options?: AddEventListenerOptions) => {
      const counter = window as unknown as { listening: number };
      if (options?.signal) {
        counter.listening += 1;
        options.signal.addEventListener('abort', () => {
          counter.listening -= 1;
        });
      }
      added(name, run, options);
    }) as typeof window.addEventListener;
  });
  await host.open('single-page', told.story);
  const show = (name: string) =>
    page.evaluate((view) => (window as unknown as { show(name: string): void }).show(view), name);
  for (let visit = 0; visit < 2; visit += 1) {
    const frame = await storyFrame(page);
    await grown(page, frame);
    await scrollThrough(page, 0.3);
    await soon(async () => (await atRestIn(frame)).scene.progress).toBeGreaterThan(0.2);
    await show('other');
    await soon(() => page.frames().length).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { listening: number }).listening)).toBe(0);
    await show('story');
  }
});

test('theme and language are the host’s to choose, also later', async ({ page, host, told, editions }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await page.locator('story-embed').evaluate((element) => element.setAttribute('theme', 'dark'));
  await soon(() => frame.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  for (const { locale } of editions) {
    await page.locator('story-embed').evaluate((element, code) => element.setAttribute('locale', code), locale);
    const next = await storyFrame(page);
    await soon(() => next.url()).toContain(`/${locale}/${told.story.slug}/embed/`);
  }
});
