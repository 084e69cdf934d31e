import { escapeHtml } from '../../i18n/escape-html.ts';
import { elementsOf } from '../links/html-references.ts';
import { type Edit, edited, relativeUrl, targetOf } from '../links/reference.ts';
import { filesNeededBy, isPage, referencesOf, type SiteFiles, textOf, toBytes } from '../links/site-files.ts';

/** A story of a site in one language. */
export interface StoryPages {
  readonly story: string;
  readonly locale: string;
  /** Path of the story itself. */
  readonly page: string;
  /** Paths of the pages behind it, in a stable order. */
  readonly pages: readonly string[];
  /** Paths of the pages that show it in a frame on another page. */
  readonly frames: readonly string[];
}

const STORY_PAGE = /^([^/]+)\/([^/]+)\/index\.html$/;

/** The stories of a site. */
export function findStories(files: SiteFiles): readonly StoryPages[] {
  return [...files.keys()].flatMap((page) => {
    const [, locale, story] = STORY_PAGE.exec(page) ?? [];
    if (!locale || !story || !textOf(files, page).includes('<story-map')) return [];
    const folder = page.slice(0, -'index.html'.length);
    const behind = [...files.keys()].filter((path) => isPage(path) && path !== page && path.startsWith(folder)).sort();
    const isFrame = (path: string): boolean => path.startsWith(`${folder}embed/`);
    // Those of sections are there for links that are shared.
    const isOwn = (path: string): boolean => !isFrame(path) && !path.startsWith(`${folder}s/`);
    return [{ story, locale, page, pages: behind.filter(isOwn), frames: behind.filter(isFrame) }];
  });
}

export function titleOf(html: string): string {
  const title = elementsOf(html).find(({ tagName }) => tagName === 'title');
  const [text] = title?.childNodes ?? [];
  return text && 'value' in text ? text.value : '';
}

function editsOf(path: string, text: string, places: ReadonlyMap<string, string>): readonly Edit[] {
  const place = places.get(path) ?? path;
  return referencesOf(path, text).flatMap(({ start, end, url, owner }): readonly Edit[] => {
    const target = targetOf(path, url);
    if (target === null) return [];
    const moved = places.get(target);
    if (moved === undefined) return owner ? [{ ...owner, text: '' }] : [];
    const written = relativeUrl(place, moved) + (/[?#].*$/.exec(url)?.[0] ?? '');
    return [{ start, end, text: escapeHtml(written) }];
  });
}

/**
 * One story as a folder of its own, with the story as its first page. Links to what is not in it are no links there.
 * The keys are the new paths; `origins` gives the old ones.
 */
export function extractStory(site: SiteFiles, { page, pages }: StoryPages) {
  const folder = page.slice(0, -'index.html'.length);
  const needed = filesNeededBy(site, [page, ...pages]);
  const folders = new Set(
    needed.filter((path) => !isPage(path)).map((path) => path.slice(0, path.lastIndexOf('/') + 1)),
  );
  // Licences and provenance lie beside what they speak of.
  const licenceFiles = [...site.keys()].filter(
    (path) => /^.+\/[^/]+\.md$/.test(path) && folders.has(path.replace(/[^/]+$/, '')),
  );
  const places = new Map(
    [...needed, ...licenceFiles].map((path) => [path, isPage(path) ? path.slice(folder.length) : path]),
  );
  const files = new Map<string, Uint8Array>();
  for (const [path, place] of places) {
    const content = site.get(path) ?? new Uint8Array();
    files.set(
      place,
      isPage(path) ? toBytes(edited(textOf(site, path), editsOf(path, textOf(site, path), places))) : content,
    );
  }
  return { files, origins: new Map([...places].map(([path, place]) => [place, path])) };
}
