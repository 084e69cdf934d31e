import type { Browser, Frame, Page } from 'playwright/test';
import { sealMessage } from '../../src/embed/protocol.ts';
import {
  atRestIn,
  expect,
  expectSameScene,
  grown,
  IN_STEP_PX,
  placeOf,
  scrollThrough,
  soon,
  storyFrame,
  test,
} from '../support/embed-test.ts';
import { historyLength, startHistory } from '../support/history.ts';
import { shuffled } from '../support/jumps.ts';
import { seeded } from '../support/seeded.ts';

/** In each language. */
const JUMPS = 12;
const STEPS = 24;

/** Waits until the frame is scrolled as far as the host page has come through the story. */
async function inStep(page: Page, frame: Frame): Promise<number> {
  const off = async (): Promise<number> => {
    const wanted = await page.locator('story-embed').evaluate((element: HTMLElement) => {
      const length = element.offsetHeight - (element.shadowRoot?.querySelector('iframe')?.offsetHeight ?? 0);
      const scrolled = Number(element.dataset['topOffset'] ?? 0) - element.getBoundingClientRect().top;
      return Math.min(length, Math.max(0, scrolled));
    });
    return Math.abs(wanted - (await frame.evaluate(() => window.scrollY)));
  };
  await soon(off).toBeLessThanOrEqual(IN_STEP_PX);
  return off();
}

test('jumps of the host pages: the frame shows what the full story shows there', async ({ page, host, editions }) => {
  const random = seeded(5);
  for (const story of editions) {
    await host.open('plain', story);
    const frame = await storyFrame(page);
    await grown(page, frame);
    const sections = new Set<string>();
    const parts = Array.from({ length: JUMPS }, (_, part) => part);
    for (const part of shuffled(parts, random)) {
      await scrollThrough(page, (part + random()) / JUMPS);
      await inStep(page, frame);
      const shown = await atRestIn(frame);
      expectSameScene(story, shown);
      sections.add(shown.scene.section);
    }
    expect(sections.size, 'sections seen on the way').toBeGreaterThan(story.sections.length / 2);
  }
});

test('both ends of the story are reached, and before and after it the page is its own', { tag: '@engine' }, async ({
  page,
  host,
  told,
}) => {
  await host.open('sticky-header', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0);
  await inStep(page, frame);
  expect((await atRestIn(frame)).scene.progress).toBe(0);
  await scrollThrough(page, 1);
  await inStep(page, frame);
  expect((await atRestIn(frame)).scene.progress).toBe(1);
  const [header, top] = await page
    .locator('story-embed')
    .evaluate((element: HTMLElement) => [
      document.querySelector('header')?.getBoundingClientRect().bottom,
      element.shadowRoot?.querySelector('iframe')?.getBoundingClientRect().top,
    ]);
  expect(top, 'the frame begins below the header').toBe(header);
});

/** What Chromium writes of one task's pieces of script. */
interface TraceEvent {
  readonly name: string;
  readonly args: { readonly data?: { readonly url?: string } };
  /** Microseconds on the processor: those in which other programs had it do not count. */
  readonly tdur?: number;
}

/** How long each run of the loader took, in milliseconds, while the page was used. */
async function loaderRuns(browser: Browser, page: Page, use: () => Promise<void>): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await use();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  return trace.traceEvents.flatMap(({ name, args, tdur = 0 }) =>
    /^(EvaluateScript|FunctionCall)$/.test(name) && args.data?.url?.endsWith('/embed.js') ? [tdur / 1000] : [],
  );
}

interface FrameLog {
  /** When animation frames of the story began, and when another scene was shown. */
  readonly frames: number[];
  readonly scenes: number[];
}

/** Scrolls the page in small steps; how many animation frames the story took to show each. */
async function framesBehind(page: Page, frame: Frame): Promise<readonly number[]> {
  await frame.evaluate(() => {
    const log: FrameLog = { frames: [], scenes: [] };
    Object.assign(window, { log });
    const count = (time: number): void => {
      log.frames.push(performance.timeOrigin + time);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    document.addEventListener('story:scene', () => log.scenes.push(performance.timeOrigin + performance.now()));
  });
  const steps = await page.locator('story-embed').evaluate(
    (element, count) =>
      new Promise<readonly number[]>((resolve) => {
        const times: number[] = [];
        const step = (): void => {
          if (times.length === count) {
            resolve(times);
            return;
          }
          times.push(performance.timeOrigin + performance.now());
          window.scrollBy({ top: 24, behavior: 'instant' });
        };
        element.addEventListener('story:scene', step);
        step();
      }),
    STEPS,
  );
  const { frames, scenes } = await frame.evaluate(() => (window as unknown as { readonly log: FrameLog }).log);
  return steps.map((begun) => {
    const shown = scenes.find((time) => time > begun) ?? Number.POSITIVE_INFINITY;
    return frames.filter((time) => time > begun && time <= shown).length;
  });
}

test('the page keeps still around the story, does little work, and the story is two frames behind at most', async ({
  page,
  browser,
  host,
  told,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (window as unknown as { shifts: number }).shifts += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let delays: readonly number[] = [];
  const runs = await loaderRuns(browser, page, async () => {
    await host.open('plain', told.story);
    const frame = await storyFrame(page);
    await grown(page, frame);
    await scrollThrough(page, 0.3);
    await inStep(page, frame);
    await atRestIn(frame);
    delays = await framesBehind(page, frame);
  });
  const median = [...delays].sort((a, b) => a - b)[Math.floor(delays.length / 2)];
  expect(median, `animation frames until the scene changed: ${delays}`).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts), 'layout shift').toBe(0);
  expect(runs.length, 'the loader’s work was seen').toBeGreaterThan(STEPS);
  expect(Math.max(...runs), 'longest task of the loader, in milliseconds').toBeLessThanOrEqual(50);
});

test('where the keyboard, a link or a script inside goes, the page follows', async ({ page, host, told }) => {
  await host.open('sticky-header', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.1);
  await inStep(page, frame);
  const [, , third, , fifth] = told.story.sections;
  await frame.locator(`#${third?.id}`).evaluate((section) => section.focus());
  await atRestIn(frame, third?.id);
  await inStep(page, frame);
  await frame.evaluate((id) => location.assign(`#${id}`), fifth?.id);
  await atRestIn(frame, fifth?.id);
  await inStep(page, frame);
  // As a search in the page does, which no page hears of but by the scrolling.
  const found = await frame.evaluate((id) => {
    const words = document.querySelector(`#${id} .body`)?.textContent?.trim().slice(0, 24) ?? '';
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(words);
  }, third?.id);
  expect(found).toBe(true);
  await inStep(page, frame);
  expect((await atRestIn(frame)).scene.section).toBe(third?.id);
});

test('what the page said before it heard of a scroll within does not undo it', async ({ page, host, told }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.1);
  await inStep(page, frame);
  const wanted = await frame.evaluate(
    (data) => {
      window.scrollBy({ top: 3 * window.innerHeight, behavior: 'instant' });
      const { scrollY } = window;
      window.dispatchEvent(new MessageEvent('message', { source: window.parent, data }));
      return scrollY;
    },
    sealMessage({ type: 'progress', progress: 0.1 }),
  );
  await inStep(page, frame);
  expect(Math.abs((await frame.evaluate(() => window.scrollY)) - wanted)).toBeLessThanOrEqual(IN_STEP_PX);
});

test('a wheel over the story scrolls the page, at once and without a trap', async ({ page, host, told }) => {
  await host.open('plain', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.5);
  await inStep(page, frame);
  const before = (await placeOf(page)).top;
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 300);
  await soon(async () => (await placeOf(page)).top).toBe(before - 300);
  await inStep(page, frame);
});

test('another screen, advertisements that come late: the reader stays in their section, and frame and page in step', async ({
  page,
  host,
  told,
}) => {
  await host.open('late-ads', told.story);
  const frame = await storyFrame(page);
  await grown(page, frame);
  const { id } = told.story.sections[4] ?? { id: '' };
  await frame.locator(`#${id}`).evaluate((section) => section.focus());
  await atRestIn(frame, id);
  await page.setViewportSize({ width: 700, height: 900 });
  await inStep(page, frame);
  await atRestIn(frame, id);
  await page.setViewportSize({ width: 390, height: 700 });
  await inStep(page, frame);
  await atRestIn(frame, id);
  for (const height of ['250px', '600px', '90px']) {
    await page.locator('#advertisement').evaluate((element, size) => {
      element.style.height = size;
    }, height);
    await inStep(page, frame);
    expectSameScene(told.story, await atRestIn(frame));
  }
});

test('the host hears the story’s events, and its address and history are left alone', async ({ page, host, told }) => {
  await page.addInitScript(() => {
    Object.assign(window, { heard: [] as unknown[] });
    for (const name of ['story:ready', 'story:section', 'story:scene']) {
      document.addEventListener(name, (event) => {
        const { detail, target } = event as CustomEvent;
        (window as unknown as { heard: unknown[] }).heard.push([name, (target as Element).localName, detail]);
      });
    }
  });
  await host.open('plain', told.story);
  const before = [await startHistory(page), page.url()];
  const frame = await storyFrame(page);
  await grown(page, frame);
  await scrollThrough(page, 0.6);
  const { scene } = await atRestIn(frame);
  await soon(() => page.evaluate(() => JSON.stringify((window as unknown as { heard: unknown }).heard))).toContain(
    scene.section,
  );
  const heard = await page.evaluate(() => (window as unknown as { heard: [string, string, unknown][] }).heard);
  expect(heard[0]).toEqual(['story:ready', 'story-embed', { sections: told.story.sections.map(({ id }) => id) }]);
  expect(heard.map(([name]) => name)).toContain('story:scene');
  expect([await historyLength(page), page.url()]).toEqual(before);
  expect(frame.url()).not.toContain('#');
});
