import { expect, type Frame, type Page } from 'playwright/test';
import { type SceneDetail, toDetail } from '../../src/reader/player/events.ts';
import type { Viewport } from '../../src/story/scene.ts';
import { sceneAt } from '../../src/story/scenes/scene-at.ts';
import type { Story } from '../../src/story/story.ts';
import { buildTimeline } from '../../src/story/timeline.ts';
import { soon } from './reader.ts';
import { test as readerTest, storyEditions } from './reader-test.ts';
import { type HostServer, serveHosts } from './serve-hosts.ts';

/** Someone who reads an article with a story in it. */
export interface HostReader {
  /** Opens a page of `tests/fixtures/hosts/` with the story in it. */
  open(host: string, story: Story, query?: Readonly<Record<string, string>>): Promise<void>;
}

interface EmbedFixtures {
  readonly host: HostReader;
}

interface EmbedWorkerFixtures {
  /** The story in every language the site tells it in. */
  readonly editions: readonly Story[];
  readonly hostServer: HostServer;
}

/** Playwright's test with host pages. Each test also fails on any error in the console, of host or frame. */
export const test = readerTest.extend<EmbedFixtures, EmbedWorkerFixtures>({
  editions: [async ({ siteName }, use) => use(await storyEditions(siteName)), { scope: 'worker' }],
  hostServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await serveHosts();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  host: async ({ page, baseURL, hostServer }, use) => {
    const problems: string[] = [];
    watch(page, problems);
    await use({
      async open(name, { locale, slug }, query = {}) {
        const words = new URLSearchParams({ site: baseURL ?? '', path: `${locale}/${slug}/`, ...query });
        await page.goto(`${hostServer.url}/${name}?${words}`);
      },
    });
    expect(problems).toEqual([]);
  },
});

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) problems.push(message.text());
  });
}

/** The story's frame, once it is there: the only one of the page, or the one in the element named. */
export async function storyFrame(page: Page, selector = ''): Promise<Frame> {
  const iframe = page.locator(`${selector} iframe[src*="/embed/"]`.trim()).first();
  await iframe.waitFor({ state: 'attached' });
  const frame = await (await iframe.elementHandle())?.contentFrame();
  if (!frame) throw new Error('The story has no frame.');
  await soon(() => frame.url(), 'address of the frame').toContain('/embed/');
  await frame.waitForLoadState('load');
  return frame;
}

/** What an embedded reader shows. */
export interface Shown {
  readonly scene: SceneDetail;
  readonly viewport: Viewport;
  readonly scrollY: number;
}

type StoryMapElement = HTMLElement & { readonly scene: SceneDetail | null };

/** Waits until the picture in the frame is at rest, and with a section until it is that section's. */
export async function atRestIn(frame: Frame, section: string | null = null): Promise<Shown> {
  // What was asked for a moment ago begins with the next frame.
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await frame.waitForFunction((id) => {
    const map = document.querySelector<StoryMapElement>('story-map');
    return map?.dataset['settled'] === 'true' && (id === null || map.scene?.section === id);
  }, section);
  return shownIn(frame);
}

export function shownIn(frame: Frame): Promise<Shown> {
  return frame.evaluate(() => {
    const { scene } = document.querySelector('story-map') as StoryMapElement;
    const stage = document.querySelector('.stage');
    if (!scene || !stage) throw new Error('The reader has not started.');
    const dir = document.documentElement.dir === 'rtl' ? ('rtl' as const) : ('ltr' as const);
    const viewport = { width: stage.clientWidth, height: stage.clientHeight, dir, embed: true };
    return { scene, viewport, scrollY: window.scrollY };
  });
}

/** Two machines differ in the last digits of a sine. */
const comparable = (scene: SceneDetail): SceneDetail =>
  JSON.parse(JSON.stringify(scene, (_, value) => (typeof value === 'number' ? Number(value.toFixed(8)) : value)));

/** Holds what the frame shows to what the full story shows at this progress on a screen of this size. */
export function expectSameScene(story: Story, { scene, viewport }: Shown): void {
  expect(comparable(scene)).toEqual(comparable(toDetail(sceneAt(buildTimeline(story), scene.progress, viewport))));
}

/** Where the host page has its story, and how. */
export function placeOf(page: Page, selector = 'story-embed') {
  return page.locator(selector).evaluate((element: HTMLElement) => {
    const { top, height } = element.getBoundingClientRect();
    return { top, height, shown: element.dataset['shown'] };
  });
}

/** Scrolls the host page so far through the story. */
export async function scrollThrough(page: Page, progress: number, selector = 'story-embed'): Promise<void> {
  await page.locator(selector).evaluate((element: HTMLElement, share) => {
    const frame = element.shadowRoot?.querySelector('iframe');
    const length = element.offsetHeight - (frame?.offsetHeight ?? 0);
    const offset = Number(element.dataset['topOffset'] ?? 0);
    const top = window.scrollY + element.getBoundingClientRect().top - offset + share * length;
    window.scrollTo({ top: Math.round(top), behavior: 'instant' });
  }, progress);
}

/** Host and frame round to whole pixels, each once. */
export const IN_STEP_PX = 2;

/**
 * Waits until the loader has made room for the whole story as it stays: in its own typefaces it is longer than in the
 * device's, and what the reader sees keeps its place then, so that the page around it scrolls by itself.
 */
export async function grown(page: Page, frame: Frame, selector = 'story-embed'): Promise<void> {
  await frame.waitForFunction(() => document.documentElement.dataset['fallbackFonts'] === undefined);
  const lacking = async (): Promise<number> => {
    const lengthPx = await frame.evaluate(() => document.documentElement.scrollHeight);
    return Math.abs((await placeOf(page, selector)).height - lengthPx);
  };
  await soon(lacking, 'room for the story').toBeLessThanOrEqual(IN_STEP_PX);
}

export { expect, soon };
