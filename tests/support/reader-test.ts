import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { NO_WEBGL_FLAGS, WEBGL_FLAGS } from '../../src/cli/lib/find-browser.ts';
import { notFound } from '../../src/cli/lib/test-counts.ts';
import type { Story } from '../../src/story/story.ts';
import { quickenClock } from './quick-clock.ts';
import { createReader, type Reader } from './reader.ts';
import { type SiteName, STORY_OF, siteRoot } from './sites.ts';
import { watchPage } from './watch-page.ts';

export interface ReaderOptions {
  readonly siteName: SiteName;
  /** Language the story is read in; the default one of the story where empty. */
  readonly language: string;
  /** Most of what the reader promises does not hang on the stage, and WebGL without a graphics card takes its time. */
  readonly webGl: boolean;
  /** Name of the browser that the tests are for and that is not here; empty where it is. */
  readonly missing: string;
}

/** The story of the site under test, in the language asked for. */
export interface StoryUnderTest {
  readonly story: Story;
  readonly url: string;
}

interface TestFixtures {
  /** Skips a test that no browser is there for, or fails it where each is required. */
  readonly present: undefined;
  /**
   * How many times faster the page's own waits pass. A reader who goes through all sections waits at each for a scroll that
   * may be under way; what the waits are for is held by tests of the scroll, at the pace of the world.
   */
  readonly pace: number;
  readonly reader: Reader;
}

/** For walks through the whole story. */
export const QUICK = 5;

/** V8's last compiler takes a tenth of all the work, and the page of a test is left before that has paid. */
const SHORT_VISIT = '--js-flags=--no-opt';

const STORY_DATA = /<script type="application\/json" id="story-data">(.*?)<\/script>/s;

/** The story that is meant on a site, in every language it is told in. */
export async function storyEditions(siteName: SiteName, slug = STORY_OF[siteName]): Promise<readonly Story[]> {
  const dist = join(siteRoot(siteName), 'dist');
  const pages = await Array.fromAsync(glob(`*/${slug}/index.html`, { cwd: dist }));
  const texts = await Promise.all(pages.sort().map((page) => readFile(join(dist, page), 'utf8')));
  return texts.map((html) => (JSON.parse(STORY_DATA.exec(html)?.[1] ?? '') as { readonly story: Story }).story);
}

/** @param slug of another story of the site than the one tests mean */
export async function findStory(siteName: SiteName, language: string, slug?: string): Promise<StoryUnderTest> {
  const stories = await storyEditions(siteName, slug);
  const story = stories.find(({ locale, defaultLocale }) => locale === (language || defaultLocale));
  if (!story) throw new Error(`The site "${siteName}" tells no story in "${language}".`);
  return { story, url: `/${story.locale}/${story.slug}/` };
}

/**
 * Playwright's test with a reader in front of the story. Each test also fails on any console error, failed request or
 * request to another origin.
 */
export const test = base.extend<TestFixtures, ReaderOptions & { readonly told: StoryUnderTest }>({
  siteName: ['main', { option: true, scope: 'worker' }],
  language: ['', { option: true, scope: 'worker' }],
  told: [async ({ siteName, language }, use) => use(await findStory(siteName, language)), { scope: 'worker' }],
  webGl: [false, { option: true, scope: 'worker' }],
  launchOptions: [
    async ({ browserName, webGl, launchOptions }, use) => {
      const flags = webGl ? WEBGL_FLAGS : NO_WEBGL_FLAGS;
      await use(browserName === 'chromium' ? { ...launchOptions, args: [...flags, SHORT_VISIT] } : launchOptions);
    },
    { scope: 'worker' },
  ],
  missing: ['', { option: true, scope: 'worker' }],
  present: [
    async ({ missing }, use) => {
      if (missing !== '' && process.env['REQUIRE_BROWSERS']) throw new Error(notFound(missing));
      base.skip(missing !== '', notFound(missing));
      await use(undefined);
    },
    { auto: true },
  ],
  pace: [1, { option: true }],
  reader: async ({ page, baseURL, told, pace }, use) => {
    if (pace !== 1) await page.addInitScript(quickenClock, pace);
    const problems: string[] = [];
    watchPage(page, baseURL ?? '', problems);
    await use(createReader(page, told));
    expect(problems).toEqual([]);
  },
});

export { expect };
