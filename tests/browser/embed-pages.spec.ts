import type { Page, Route } from 'playwright/test';
import { getDocumentProxy } from 'unpdf';
import { atRestIn, expect, grown, placeOf, scrollThrough, soon, storyFrame, test } from '../support/embed-test.ts';

/* What pages do that no story was written for: previews, paper, zoom, snapping, isolation, slow lines, other versions. */

const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (many) => {
    for (let i = 0; i < many; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

for (const [mode, shown, mostPx] of [
  ['auto', 'contained', 3000],
  ['scroll', 'contained', 3000],
  ['flat', 'flat', 60_000],
] as const) {
  test(`in a frame as high as its content, ${mode} does not grow without end`, async ({ page, host, told }) => {
    await host.open('as-high-as-its-content', told.story, { mode });
    const preview = page.locator('iframe[title="Preview"]');
    const embed = page.frameLocator('iframe[title="Preview"]').locator('story-embed');
    const article = await (await preview.elementHandle())?.contentFrame();
    await soon(() => embed.evaluate((element: HTMLElement) => element.dataset['shown'] ?? '')).toBe(shown);
    await soon(() => article?.childFrames()[0]?.evaluate(() => document.fonts.status)).toBe('loaded');
    const read = () => preview.evaluate((frame) => frame.getBoundingClientRect().height);
    if (mode === 'flat') await soon(read, 'as high as the story').toBeGreaterThan(4000);
    await frames(page, 60);
    const before = await read();
    await frames(page, 60);
    expect(await read(), 'it has found its height').toBe(before);
    expect(before).toBeLessThan(mostPx);
  });
}

test('on paper the story is one picture and its address', async ({ page, host, told }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.5);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  expect(pdf.numPages).toBeLessThanOrEqual(3);
  const pages = Array.from({ length: pdf.numPages }, async (_, index) =>
    (await pdf.getPage(index + 1)).getTextContent(),
  );
  const words = (await Promise.all(pages))
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ');
  expect(words).toContain(told.story.title);
  expect(words.replaceAll(' ', '')).toContain(`/${told.story.locale}/${told.story.slug}/`);
  expect(words).not.toContain(told.story.sections[2]?.title);
});

for (const zoom of ['.8', '1.25']) {
  test(`a page reduced or enlarged to ${zoom} reads the story to its end`, async ({ page, host, told }) => {
    await host.open('plain', told.story, { style: `body { zoom: ${zoom} }` });
    const frame = await storyFrame(page);
    await frame.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
    await soon(async () => (await placeOf(page)).height).toBeGreaterThan(5000);
    const goTo = (share: number) =>
      page.locator('story-embed').evaluate((element: HTMLElement, progress) => {
        const { top, height } = element.getBoundingClientRect();
        window.scrollBy({ top: top + progress * (height - window.innerHeight), behavior: 'instant' });
      }, share);
    await goTo(0.5);
    await soon(async () => (await atRestIn(frame)).scene.progress).toBeGreaterThan(0.3);
    const heights = await page.locator('story-embed').evaluate((element: HTMLElement) => {
      const iframe = element.shadowRoot?.querySelector('iframe');
      return [iframe?.getBoundingClientRect().height ?? 0, window.innerHeight];
    });
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0)), 'the frame is as high as the window').toBeLessThan(1);
    await goTo(1);
    const left = () =>
      frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight - Math.round(window.scrollY));
    await soon(left).toBeLessThanOrEqual(3);
  });
}

test('a page that snaps to places of its own leaves the story its frame', async ({ page, host, told }) => {
  await host.open('plain', told.story, {
    style: 'html { scroll-snap-type: y mandatory } p { scroll-snap-align: start }',
  });
  await storyFrame(page);
  expect((await placeOf(page)).shown).toBe('contained');
});

/** The story's server without the headers that isolated pages ask for. */
async function withoutHeaders(route: Route): Promise<void> {
  const response = await route.fetch();
  const headers = Object.entries(response.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
  await route.fulfill({ response, headers: Object.fromEntries(headers) });
}

test('a page that isolates itself shows the story, with the headers of the guide or in a frame without credentials', async ({
  page,
  host,
  told,
  baseURL,
}) => {
  await host.open('plain', told.story, { isolation: 'require-corp' });
  await grown(page, await storyFrame(page));
  await page.route(`${baseURL}/**`, withoutHeaders);
  await host.open('plain', told.story, { isolation: 'credentialless' });
  await soon(() => page.frames().at(-1)?.url()).toContain('/embed/');
  await grown(page, await storyFrame(page));
  // What the story still fetches is no matter of this test.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a story whose frame is refused leaves a link to it', async ({ page, host, told, baseURL }) => {
  await page.route(`${baseURL}/${told.story.locale}/**`, (route) =>
    route.fulfill({ status: 200, body: 'Nothing here' }),
  );
  await page.clock.install();
  const answered = page.waitForResponse((response) => response.url().startsWith(`${baseURL}/${told.story.locale}/`));
  await host.open('plain', told.story);
  await (await answered).finished();
  const link = page.locator('story-embed a');
  // The loader's patience begins once the frame has loaded.
  await soon(async () => {
    await page.clock.fastForward(2000);
    return link.isVisible();
  }).toBe(true);
  await expect(link).toHaveAttribute('href', `${baseURL}/${told.story.locale}/${told.story.slug}/`);
});

test('a story that comes after its reader has passed its place has it whole, and nothing in sight moves', async ({
  page,
  host,
  told,
  baseURL,
}) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`${baseURL}/**/*.js`, async (route) => {
    if (!route.request().url().endsWith('/embed.js')) await held;
    await route.continue();
  });
  await host.open('plain', told.story, { style: 'body { padding-block-end: 300vh }' });
  await soon(async () => (await placeOf(page)).shown).toBe('scroll');
  await page.locator('story-embed iframe').waitFor({ state: 'attached' });
  const last = page.locator('p').last();
  await last.evaluate((element) => window.scrollBy({ top: element.getBoundingClientRect().top, behavior: 'instant' }));
  const topOf = () => last.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await topOf();
  letGo();
  await soon(async () => (await placeOf(page)).height).toBeGreaterThan(5000);
  expect(await topOf()).toBe(before);
});

test('two versions of the script on one page: the story the first of them cannot drive keeps to its frame', async ({
  page,
  host,
  told,
  baseURL,
}) => {
  await page.route(`${baseURL}/embed.js`, async (route) => {
    const response = await route.fetch();
    const code = (await response.text())
      .replace(/storyMap:1\b/, 'storyMap:2')
      .replaceAll(/1([!=]==?\w+\.storyMap)/g, '2$1');
    await route.fulfill({ response, body: code });
  });
  await host.open('plain', told.story);
  await soon(async () => (await placeOf(page)).shown).toBe('contained');
  await page.unroute(`${baseURL}/embed.js`);
  await page.addScriptTag({ url: `${baseURL}/embed.js` });
  const frame = await storyFrame(page);
  await page.locator('story-embed').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await atRestIn(frame, told.story.sections[0]?.id);
  expect(await frame.evaluate(() => document.documentElement.dataset['embed'])).toBe('contained');
});
