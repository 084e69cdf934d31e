import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Story } from '../../story/story.ts';
import type { SitePage } from './shot-plan.ts';

const TITLE = /<title>([^<]*)<\/title>/;
const LOCALE = /<html[^>]*\blang="([^"]+)"/;
const DATA = /<script[^>]*\bid="story-data"[^>]*>([\s\S]*?)<\/script>/;

/** What a built page says about itself. */
export function readPage(path: string, html: string): SitePage {
  const data = DATA.exec(html)?.[1];
  const story = data ? (JSON.parse(data) as { readonly story: Story }).story : null;
  const [, slug = null] = path.split('/').filter(Boolean);
  return {
    path,
    locale: LOCALE.exec(html)?.[1] ?? 'und',
    story: story?.slug ?? slug,
    title: TITLE.exec(html)?.[1] ?? path,
    sections: (story?.sections ?? []).map(({ id, title }) => ({ id, title })),
  };
}

/** Made for frames on other sites, or for links to one section: the same sections once more. */
const isAgain = (path: string): boolean => /^\/[^/]+\/[^/]+\/(?:embed|s)\//.test(path);

/** Every page of a built site but its embeds and those of single sections: the stories first, then their pages, then the landing page. */
export async function readSitePages(dist: string): Promise<readonly SitePage[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name === 'index.html');
  const pages = await Promise.all(
    files.map(async ({ parentPath }) => {
      const folder = relative(dist, parentPath).replaceAll('\\', '/');
      return readPage(folder === '' ? '/' : `/${folder}/`, await readFile(join(parentPath, 'index.html'), 'utf8'));
    }),
  );
  const rank = (page: SitePage): number => (page.sections.length > 0 ? 0 : page.path === '/' ? 2 : 1);
  return pages.filter(({ path }) => !isAgain(path)).sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
