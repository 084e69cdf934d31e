import { getDocumentProxy } from 'unpdf';
import { atRestIn, expect, grown, placeOf, scrollThrough, soon, storyFrame, test } from '../support/embed-test.ts';

/* What a page does that no story was written for: previews, paper, zoom, snapping, isolation, slow lines. */

test('in a frame as high as its content nothing grows without end', async ({ page, host, told }) => {
  for (const [mode, most] of [
    ['auto', 3000],
    ['scroll', 3000],
    ['flat', 60_000],
  ] as const) {
    await host.open('as-high-as-its-content', told.story, { mode });
    const preview = page.locator('iframe[title="Preview"]');
    const article = await (await preview.elementHandle())?.contentFrame();
    const embed = article?.locator('story-embed') ?? page.locator('story-embed');
    await soon(() => embed.evaluate((element: HTMLElement) => element.dataset['shown'])).toBe(
      mode === 'flat' ? 'flat' : 'contained',
    );
    await embed.locator('iframe').waitFor({ state: 'attached' });
    await page.waitForTimeout(3000);
    const heights = await preview.evaluate(async (frame) => {
      const read = () => frame.getBoundingClientRect().height;
      const first = read();
      for (let i = 0; i < 120; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return [first, read()];
    });
    console.log(mode, heights);
    expect(heights[1], mode).toBe(heights[0]);
    expect(heights[1], mode).toBeLessThan(most);
  }
});

test('on paper the story is one picture and its address', async ({ page, host, told }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.5);
  const bytes = await page.pdf({ format: 'A4' });
  const { writeFileSync } = await import('node:fs');
  writeFileSync('/tmp/host.pdf', bytes);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  console.log(pdf.numPages);
  expect(pdf.numPages).toBeLessThanOrEqual(4);
});

test('a page zoomed by its style reads the story to its end', async ({ page, host, told }) => {
  for (const zoom of ['.8', '1.25']) {
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
    await goTo(1);
    const last = told.story.sections.at(-1)?.id ?? '';
    await atRestIn(frame, last);
    const left = () =>
      frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight - Math.round(window.scrollY));
    await soon(left, `zoom ${zoom}`).toBeLessThanOrEqual(3);
  }
});

test('a page that snaps to its own places leaves the story its frame', async ({ page, host, told }) => {
  await host.open('plain', told.story, { style: 'html { scroll-snap-type: y mandatory } p { scroll-snap-align: start }' });
  await storyFrame(page);
  expect((await placeOf(page)).shown).toBe('contained');
});
