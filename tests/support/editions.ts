import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { findStories, type StoryPages } from '../../src/site/edition/edition.ts';
import type { SiteFiles } from '../../src/site/links/site-files.ts';
import type { StoryUnderTest } from './reader-test.ts';
import { type SiteName, siteRoot } from './sites.ts';

/** Which pages of a site are the story under test. */
export function storyOf(site: SiteFiles, { story }: StoryUnderTest): StoryPages {
  const told = findStories(site).find((found) => found.story === story.slug && found.locale === story.locale);
  if (!told) throw new Error(`The site has no story ${story.slug}.`);
  return told;
}

/** The built site and which of its pages are the story under test. */
export async function editionOf(siteName: SiteName, told: StoryUnderTest) {
  const site = await readBuiltFiles(join(siteRoot(siteName), 'dist'));
  return { site, told: storyOf(site, told) };
}

/** Opens a page as by a double click; returns its address. */
export async function openFromDisk(page: Page, html: string, path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, html);
  const url = pathToFileURL(path).href;
  await page.goto(url);
  return url;
}
