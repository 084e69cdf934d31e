import type { RawStory } from '../../files/raw.ts';
import { storyFiles } from '../../files/story-files.ts';
import { storyPages } from '../../files/story-pages.ts';
import { idsOfPage } from './page-ids.ts';

/** What there is on a site for links and pictures to lead to. */
export interface SiteIndex {
  /** Files of `public/`, by path below it. */
  readonly publicFiles: readonly string[];
  /** Pages by address from the root, each with the ids on it. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
}

const ANYTHING: readonly string[] = [];

/** Pages of every site, and what else is built for each story beside its own pages. */
function pagesBeside(address: string, locale: string): readonly (readonly [string, readonly string[]])[] {
  const parts = ['embed/', 'embed/card/', 'card.png', 'oembed.json'].map((part) => `${address}${part}`);
  return ['/', `/${locale}/`, ...parts].map((path) => [path, ANYTHING]);
}

export function buildSiteIndex(stories: readonly RawStory[], publicFiles: readonly string[]): SiteIndex {
  const pages = stories.flatMap((raw) => {
    const files = storyFiles(raw);
    return storyPages(files).flatMap((page) => [
      ...(page.pageId === null ? pagesBeside(page.address, page.locale) : []),
      [page.address, idsOfPage(page, files)] as const,
    ]);
  });
  return { publicFiles, pages: new Map(pages) };
}
