import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright/test';
import { expect, soon, storyFrame, test } from '../support/embed-test.ts';

const contentHeight = (frame: Frame): Promise<number> =>
  frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

const frameHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const iframe =
      document.querySelector('iframe') ?? document.querySelector('story-embed')?.shadowRoot?.querySelector('iframe');
    return iframe?.getBoundingClientRect().height ?? 0;
  });

for (const [index, name] of ['amp', 'pym', 'datawrapper'].entries()) {
  test(`${name}: the frame becomes as high as the story, on every width`, async ({ page, host, editions }) => {
    // Hosts take the languages in turn.
    const story = editions[index % editions.length] ?? assert.fail();
    await host.open(name, story);
    const frame = await storyFrame(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await soon(async () => (await frameHeight(page)) - (await contentHeight(frame))).toBe(0);
      expect(await frameHeight(page)).toBeGreaterThan(4000);
    }
    const maps = await frame.locator('.static-map svg').count();
    expect(maps, 'every section has its map').toBe(story.sections.length);
  });
}

test('by the loader: as high as the story, with every word of it, and without a moving part', async ({
  page,
  host,
  told,
}) => {
  await host.open('every-mode', told.story, { mode: 'flat' });
  const frame = await storyFrame(page);
  await soon(async () => (await frameHeight(page)) - (await contentHeight(frame))).toBe(0);
  expect(await frame.evaluate(() => document.documentElement.dataset['live'])).toBeUndefined();
  expect(
    await frame.evaluate(() => (document.querySelector('story-map') as { scene?: unknown } | null)?.scene),
  ).toBeNull();
  for (const { title } of told.story.sections) expect(await frame.locator('main').textContent()).toContain(title);
});

test('no height depends on the height of the frame, and each is said once', async ({
  page,
  hostServer,
  baseURL,
  told,
}) => {
  const { locale, slug } = told.story;
  await page.addInitScript(() => {
    Object.assign(window, { said: [] as number[] });
    window.addEventListener('message', (event) => {
      const { data } = event;
      event.stopImmediatePropagation();
      if (data?.sentinel === 'amp') (window as unknown as { said: number[] }).said.push(data.height);
    });
  });
  const path = `${locale}/${slug}/`;
  await page.goto(`${hostServer.url}/datawrapper?${new URLSearchParams({ site: baseURL ?? '', path })}`);
  const frame = await storyFrame(page);
  await soon(() => page.evaluate(() => (window as unknown as { said: readonly number[] }).said.length)).toBeGreaterThan(
    0,
  );
  await frame.evaluate(() => document.fonts.ready);
  const height = await contentHeight(frame);
  for (const size of ['200px', '9000px', '40000px']) {
    await page.locator('iframe').evaluate((iframe, value) => {
      iframe.style.height = value;
    }, size);
    await soon(() => frame.evaluate(() => `${window.innerHeight}px`)).toBe(size);
    expect(await contentHeight(frame)).toBe(height);
  }
  const said = await page.evaluate(() => (window as unknown as { said: readonly number[] }).said);
  expect(said).toEqual([...new Set(said)]);
  expect(said.at(-1)).toBe(height);
});
