import type { Frame, Page } from 'playwright/test';
import type { Story } from '../../src/story/story.ts';
import { expect, scrollThrough, soon, storyFrame, test } from '../support/embed-test.ts';

const setAttribute = (page: Page, name: string, value: string): Promise<void> =>
  page
    .locator('story-embed')
    .evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value] as const);
const themeOf = (frame: Frame) => soon(() => frame.evaluate(() => document.documentElement.dataset['theme']));
const isDefined = (page: Page) => soon(() => page.evaluate(() => customElements.get('story-embed') !== undefined));

test('a theme chosen before the reader is near is the frame’s from its first picture on', async ({
  page,
  host,
  told,
}) => {
  await host.open('far-down', told.story);
  await isDefined(page).toBe(true);
  await setAttribute(page, 'theme', 'dark');
  expect(page.frames().length).toBe(1);
  await scrollThrough(page, 0);
  const frame = await storyFrame(page);
  expect(frame.url()).toContain('theme=dark');
  await themeOf(frame).toBe('dark');
});

test('a theme chosen while the frame loads is heard once it listens, the last one chosen', async ({
  page,
  host,
  told,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/embed/index.html*', async (route) => {
    await held;
    await route.continue();
  });
  await host.open('plain', told.story);
  await page.locator('story-embed iframe').waitFor({ state: 'attached' });
  for (const theme of ['light', 'dark']) await setAttribute(page, 'theme', theme);
  release();
  const frame = await storyFrame(page);
  await themeOf(frame).toBe('dark');
  await setAttribute(page, 'theme', 'light');
  await themeOf(frame).toBe('light');
});

test('an address that comes later opens the story, another one opens another, and without one there is none', async ({
  page,
  host,
  editions,
  baseURL,
}) => {
  const addressOf = ({ locale, slug }: Story): string => `${baseURL}/${locale}/${slug}/`;
  const [story] = editions;
  if (!story) throw new Error('There is no story.');
  await host.open('plain', story);
  await storyFrame(page);
  await page.evaluate(() => document.querySelector('story-embed')?.replaceWith(document.createElement('story-embed')));
  await soon(() => page.frames().length).toBe(1);
  for (const next of editions) {
    await setAttribute(page, 'src', addressOf(next));
    await soon(async () => (await storyFrame(page)).url()).toContain(`/${next.locale}/${next.slug}/embed/`);
    const frame = await storyFrame(page);
    await frame.evaluate(() => document.documentElement.setAttribute('data-same', ''));
    await setAttribute(page, 'src', addressOf(next));
    await setAttribute(page, 'title', 'Another title');
    expect(await frame.locator('html[data-same]').count(), 'the same address opens nothing anew').toBe(1);
  }
  await page.locator('story-embed').evaluate((element) => element.removeAttribute('src'));
  await soon(() => page.frames().length).toBe(1);
});
