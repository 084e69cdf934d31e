import type { Frame, Page } from 'playwright/test';
import {
  atRestIn,
  expect,
  grown,
  placeOf,
  scrollThrough,
  shownIn,
  soon,
  storyFrame,
  test,
} from '../support/embed-test.ts';
import { seeded } from '../support/seeded.ts';

const MESSAGES = 10_000;

/** Malformed, unbounded and forged messages, the same for the same seed. Made in the page, where they need no journey. */
function garbage(random: () => number, count: number): readonly unknown[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const numbers = [-1, 1.5, 1e9, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, '0.5', '<b>', null, [], {}];
  const types = ['measure!', 'progress', 'size', 'reveal', 'event', 'theme', 'height', '', 7, null];
  return Array.from({ length: count }, () => {
    if (random() < 0.2) return pick([...numbers, '<img src=x onerror=alert(1)>', 'pymxPYMxaxPYMxheightxPYMx-5', true]);
    return {
      storyMap: pick([0, 1, 1, 1, 2, '1', null]),
      type: pick(types),
      progress: pick(numbers),
      heightPx: pick([...numbers, 500_001].filter((value) => value !== 1.5)),
      lengthPx: pick(numbers),
      theme: pick(['<b>', 'url(x)', '', 3]),
      event: { name: pick(['story:section', 'click', 'load']), detail: { id: pick(numbers), index: pick(numbers) } },
    };
  });
}

async function stateOf(page: Page, frame: Frame): Promise<string> {
  const shown = await shownIn(frame);
  const theme = await frame.evaluate(() => document.documentElement.dataset['theme']);
  const pageTop = await page.evaluate(() => window.scrollY);
  return JSON.stringify({ shown, theme, pageTop, place: await placeOf(page) });
}

test('ten thousand malformed and forged messages to either end change nothing', async ({ page, host, told }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.4);
  await soon(async () => (await atRestIn(frame)).scene.progress).toBeGreaterThan(0.3);
  const before = await stateOf(page, frame);
  const send = (target: string): string =>
    `for (const message of (${garbage})((${seeded})(13), ${MESSAGES})) ${target}.postMessage(message, '*')`;
  await page.evaluate(send("document.querySelector('story-embed').shadowRoot.querySelector('iframe').contentWindow"));
  await frame.evaluate(send('window.parent'));
  await atRestIn(frame);
  expect(await stateOf(page, frame)).toBe(before);
});

test('well-formed messages from a window that is neither host nor frame change nothing', async ({
  page,
  host,
  told,
}) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.4);
  await soon(async () => (await atRestIn(frame)).scene.progress).toBeGreaterThan(0.3);
  const before = await stateOf(page, frame);
  await page.evaluate(() => {
    const stranger = document.body.appendChild(document.createElement('iframe'));
    stranger.style.cssText = 'position: fixed; width: 10px; height: 10px';
    const { contentWindow } = stranger;
    const script = contentWindow?.document.createElement('script');
    if (!script) throw new Error('A frame of the page has no document.');
    script.textContent = `
      for (const target of [parent, parent.document.querySelector('story-embed').shadowRoot.querySelector('iframe').contentWindow]) {
        for (const progress of [0, 0.9]) target.postMessage({ storyMap: 1, type: 'progress', progress }, '*');
        target.postMessage({ storyMap: 1, type: 'reveal', progress: 0.9 }, '*');
        target.postMessage({ storyMap: 1, type: 'size', heightPx: 9, lengthPx: 9 }, '*');
        target.postMessage({ storyMap: 1, type: 'theme', theme: 'dark' }, '*');
      }`;
    contentWindow?.document.body.append(script);
  });
  await atRestIn(frame);
  expect(await stateOf(page, frame)).toBe(before);
});

test('sandboxed: without an origin of its own the story works, stores nothing and asks for nothing', async ({
  page,
  host,
  told,
  context,
}) => {
  const referrers: string[] = [];
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) referrers.push(request.headers()['referer'] ?? '');
  });
  await host.open('sandboxed', told.story);
  const frame = await storyFrame(page);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await atRestIn(frame, told.story.sections[0]?.id);
  expect(await frame.evaluate(() => self.origin)).toBe('null');
  const loaded = await frame.evaluate(() => document.fonts.check('16px "Newsreader"'));
  expect(loaded).toBe(true);
  await frame.locator('.embed-bar [data-action="next"]').click();
  await soon(() => frame.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  expect(referrers.filter((referrer) => referrer.includes('localhost'))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
