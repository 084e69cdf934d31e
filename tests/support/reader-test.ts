import { join } from 'node:path';
import { test as base, expect, type Page } from 'playwright/test';
import type { Story } from '../../src/story/story.ts';
import { type SiteName, siteRoot } from './build-site.ts';
import { parsePages, readBuiltFiles } from './built-files.ts';
import { createReader, type Reader } from './reader.ts';
import { watchPage } from './watch-page.ts';

export interface ReaderOptions {
  readonly siteName: SiteName;
}

/** The first story of the site under test. */
export interface StoryUnderTest {
  readonly story: Story;
  readonly url: string;
}

interface TestFixtures {
  readonly reader: Reader;
  /** Opens another reader of the same story in a page of its own. */
  readonly newReader: () => Promise<Reader>;
}

async function findStory(siteName: SiteName): Promise<StoryUnderTest> {
  const pages = await parsePages(await readBuiltFiles(join(siteRoot(siteName), 'dist')));
  const story = pages.find((page) => page.story)?.story;
  if (!story) throw new Error(`The site "${siteName}" tells no story.`);
  return { story, url: `/${story.locale}/${story.slug}/` };
}

/**
 * Playwright's test with a reader in front of the story. Each test also fails on any console error, failed request or
 * request to another origin of the pages it opened.
 */
export const test = base.extend<TestFixtures, ReaderOptions & { readonly told: StoryUnderTest }>({
  siteName: ['main', { option: true, scope: 'worker' }],
  told: [async ({ siteName }, use) => use(await findStory(siteName)), { scope: 'worker' }],
  newReader: async ({ context, baseURL, told }, use) => {
    const problems: string[] = [];
    await use(async () => {
      const page: Page = await context.newPage();
      watchPage(page, baseURL ?? '', problems);
      return createReader(page, told);
    });
    expect(problems).toEqual([]);
  },
  reader: async ({ newReader }, use) => use(await newReader()),
});

export { expect };
