import { join, resolve } from 'node:path';
import type { Browser } from 'playwright';
import { readBuiltFiles } from '../../site/built-site.ts';
import { PROJECT_ROOT } from '../../site/content/project-root.ts';
import { findStories } from '../../site/edition/edition.ts';
import { textOf } from '../../site/links/site-files.ts';
import { buildEffects, buildIfNeeded } from '../build.ts';
import { chooseEdition } from '../export/options.ts';
import { NO_WEBGL_FLAGS } from './find-browser.ts';
import { serve } from './serve.ts';
import { withBrowser } from './with-browser.ts';

/** Which edition of which site pictures are taken of. */
export interface AskedStory {
  readonly story: string;
  readonly locale: string | null;
  /** A built site; the project's own, built where needed, for null. */
  readonly site: string | null;
}

/** A story of a built site. */
export interface BuiltStory {
  readonly story: string;
  readonly locale: string;
  /** Below the site, with a slash at its end. */
  readonly path: string;
  readonly html: string;
}

/** Where a story is looked at. */
export interface ServedStory {
  readonly browser: Browser;
  /** Of the server, with a slash at its end. */
  readonly origin: string;
  readonly url: string;
}

/**
 * Where a page is to be read, as people write it; empty where nobody knows. A site may lie in a folder of its host.
 * @param site the address of the site, as `SITE` gives it
 */
export const publicAddress = (site: string | undefined, path: string): string =>
  site ? new URL(path, site.replace(/\/?$/, '/')).href.replace(/^https?:\/\//, '') : '';

/**
 * The page of a story.
 * @returns null where the site does not build; what went wrong has been printed
 * @throws with the nearest name, where there is no such story
 */
export async function findBuiltStory(asked: AskedStory) {
  if (!asked.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return null;
  const dist = resolve(asked.site ?? join(PROJECT_ROOT, 'dist'));
  const site = await readBuiltFiles(dist);
  const { locale, story, page } = chooseEdition(findStories(site), asked);
  const built: BuiltStory = { story, locale, path: `${locale}/${story}/`, html: textOf(site, page) };
  return {
    ...built,
    /** Serves the site and opens a browser without WebGL for as long as they are used. */
    async look<Result>(use: (served: ServedStory) => Promise<Result>): Promise<Result> {
      const server = await serve({ root: dist, port: 4700, host: '127.0.0.1' });
      const url = new URL(built.path, server.url).href;
      try {
        return await withBrowser(NO_WEBGL_FLAGS, (browser) => use({ browser, origin: server.url, url }));
      } finally {
        await server.close();
      }
    },
  };
}
