import { expect, type Page } from 'playwright/test';
import { scrollRests } from '../../src/cli/lib/story-at-rest.ts';
import type { Box, Camera, LngLat, ScreenPoint } from '../../src/geo/lng-lat.ts';
import type { SceneDetail } from '../../src/reader/player/events.ts';
import type { Viewport } from '../../src/story/scene.ts';
import type { Section } from '../../src/story/story.ts';
import type { StoryUnderTest } from './reader-test.ts';

/** Someone who reads the story in a browser, and what is on their screen. */
export interface Reader {
  readonly page: Page;
  readonly sections: readonly Section[];
  /** Opens the story at a section, or at its beginning, as a fresh visit, and is about to read on. */
  open(section?: string): Promise<void>;
  /** Waits until the scene has come to rest and is drawn; with a section, until it is that section's. */
  atRest(section?: string): Promise<SceneDetail>;
  scene(): Promise<SceneDetail>;
  /** Follows a link to a section. */
  follow(section: string): Promise<void>;
  scrollTo(top: number): Promise<void>;
  scrollTop(): Promise<number>;
  /** Size of the stage as the page measures it. */
  viewport(): Promise<Viewport>;
  /** Where a place is, in pixels of the window. */
  project(lngLat: LngLat): Promise<ScreenPoint>;
  /** What of a section's text hides the map: its card, or where that has no ground its lines; in pixels of the window. */
  textBoxes(section: string): Promise<readonly Box[]>;
}

/** Drawing without a graphics card on a busy machine takes its time. */
const REST_TIMEOUT_MS = 30_000;

/** The page's element as tests know it. */
type StoryMapElement = HTMLElement & {
  readonly scene: SceneDetail | null;
  project(lngLat: LngLat): ScreenPoint | null;
};

function waitForRest(page: Page, section: string | null): Promise<unknown> {
  return page.waitForFunction(
    (id) => {
      const map = document.querySelector<StoryMapElement>('story-map');
      if (!map?.scene || map.dataset['settled'] !== 'true') return false;
      return id === null || map.scene.section === id;
    },
    section,
    { timeout: REST_TIMEOUT_MS },
  );
}

async function readScene(page: Page): Promise<SceneDetail> {
  const scene = await page.evaluate(() => document.querySelector<StoryMapElement>('story-map')?.scene ?? null);
  if (!scene) throw new Error('The reader is not ready: <story-map> has no scene.');
  return scene;
}

function readViewport(page: Page): Promise<Viewport> {
  return page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('story-map .stage');
    if (!stage) throw new Error('There is no stage.');
    const dir = getComputedStyle(stage).direction === 'rtl' ? ('rtl' as const) : ('ltr' as const);
    return { width: stage.clientWidth, height: stage.clientHeight, dir, embed: false };
  });
}

function readProjected(page: Page, lngLat: LngLat): Promise<ScreenPoint> {
  return page.evaluate((place) => {
    const map = document.querySelector<StoryMapElement>('story-map');
    const stage = map?.querySelector('.stage')?.getBoundingClientRect();
    const point = map?.project(place);
    if (!stage || !point) throw new Error('The reader is not ready: nothing to project onto.');
    return [point[0] + stage.left, point[1] + stage.top] as const;
  }, lngLat);
}

function readTextBoxes(page: Page, section: string): Promise<readonly Box[]> {
  return page.evaluate((id) => {
    const card = document.querySelector(`main > #${CSS.escape(id)} .card`);
    if (!card) throw new Error(`Section "${id}" has no card.`);
    const toBox = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
    const isOpaque = !/^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(card).backgroundColor);
    if (isOpaque) return [toBox(card.getBoundingClientRect())];
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const boxes: ReturnType<typeof toBox>[] = [];
    const isForScreenReaders = (node: Node): boolean =>
      node.parentElement?.closest('.visually-hidden, .map-description, .chart-table, .chart-tables') != null;
    while (walker.nextNode()) {
      if (isForScreenReaders(walker.currentNode)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      boxes.push(...[...range.getClientRects()].map(toBox));
    }
    return boxes;
  }, section);
}

/** Looks often: most of what is waited for comes with the next frame. */
export const soon = <T>(read: () => T | Promise<T>, message = '') => expect.poll(read, { message, intervals: [40] });

/** Waits until a story's page has come to rest, from wherever it was opened. */
export const settled = (page: Page): Promise<unknown> => waitForRest(page, null);

/** Waits until the page says this of its copy on the device. A locator's own wait looks but once a second. */
export const offlineState = (page: Page, state: 'saved' | 'off' | 'failed'): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('.offline-copy')?.dataset['state'] === wanted,
    state,
  );

/** As someone does who has come to read: what is made ready for reading on waits for it. */
export async function readOn(page: Page): Promise<void> {
  // A sign given before the reader's script listens is lost, and this one is not given twice.
  await page.waitForFunction(() => !!document.querySelector<StoryMapElement>('story-map')?.scene);
  // A pointer that stays where it is has not moved.
  for (const x of [1, 2]) await page.mouse.move(x, 1);
}

export function createReader(page: Page, { story, url }: StoryUnderTest): Reader {
  const atRest = async (section?: string): Promise<SceneDetail> => {
    await page.evaluate(scrollRests);
    await waitForRest(page, section ?? null);
    return readScene(page);
  };
  return {
    page,
    sections: story.sections,
    atRest,
    async open(section) {
      await page.goto(section === undefined ? url : `${url}#${section}`);
      await readOn(page);
      await atRest(section);
    },
    scene: () => readScene(page),
    async follow(section) {
      await page.evaluate((id) => {
        // A link to the section the address already names would be no change of the address, and no event.
        history.replaceState(history.state, '', location.pathname);
        location.hash = id;
      }, section);
    },
    scrollTo: (top) => page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top),
    scrollTop: () => page.evaluate(() => window.scrollY),
    viewport: () => readViewport(page),
    project: (lngLat) => readProjected(page, lngLat),
    textBoxes: (section) => readTextBoxes(page, section),
  };
}

/** Cameras as plain numbers, for comparing. */
export function cameraNumbers({ center, zoom, pitch, bearing }: Camera): readonly number[] {
  return [...center, zoom, pitch, bearing];
}
