import { type SiteFiles, textOf, toBytes } from '../../src/site/links/site-files.ts';
import { withOfflineCopies } from '../../src/site/offline/offline-copy.ts';

/** What the builder left of the page's offer, before the site was finished. */
const TOLD = /data-worker="[^"]*" data-files="\d+" data-bytes="\d+"/;
const NUMBER = 'edition-number';

/** Scripts are named after what is in them, so each edition has its own names for them. */
const renamed = (text: string, edition: number): string =>
  text.replace(/(["'`/])([\w.-]+\.[\w-]{8})(-e\d+)?\.js\b/g, `$1$2-e${edition}.js`);

function marked(path: string, text: string, edition: number): string {
  if (path.endsWith('.html')) {
    const head = `<head><meta name="${NUMBER}" content="${edition}">`;
    return renamed(text, edition).replace('<head>', head).replace(TOLD, 'data-offline');
  }
  return path.endsWith('.topo.json') ? text.replace('{', `{"${NUMBER}":${edition},`) : renamed(text, edition);
}

const STORY_PAGE = /^[a-z]{2,3}(?:-\w+)?\/([^/]+)\/./;

/** The site without the pages of its other stories, which would be changed for nothing. */
export const withoutOtherStories = (site: SiteFiles, slug: string): SiteFiles =>
  new Map([...site].filter(([path]) => (STORY_PAGE.exec(path)?.[1] ?? slug) === slug));

/** The built site as it would be had every page, script and map changed since: each of them tells its edition. */
export function numberedEdition(site: SiteFiles, edition: number): Promise<SiteFiles> {
  const worker = [...site.keys()].find((path) => path.endsWith('/service-worker.js')) ?? '';
  const code = textOf(site, worker).replace(/^.*\n/, '');
  const changed = [...site].map(([path, content]) => {
    const isText = /\.(html|js|json)$/.test(path);
    return [renamed(path, edition), isText ? toBytes(marked(path, textOf(site, path), edition)) : content] as const;
  });
  return withOfflineCopies(new Map(changed), { keep: code, withdraw: '' });
}

/** Runs in the page: the editions of the page itself and of the basemap it loads. */
export async function readEditions(): Promise<readonly (string | number | null | undefined)[]> {
  const url = document.querySelector('story-map')?.getAttribute('data-basemap') ?? '';
  const basemap: Record<string, number> = await (await fetch(url)).json();
  const page = document.querySelector('meta[name="edition-number"]')?.getAttribute('content');
  return [page, String(basemap['edition-number'])];
}

/** Runs in the page: asks the server for another edition and waits until it has come, or has failed to. */
export async function waitForUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.ready;
  await registration.update().catch(() => undefined);
  const { installing } = registration;
  if (!installing) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (installing.state !== 'installing') resolve();
    };
    installing.addEventListener('statechange', look);
    look();
  });
}

/** Runs in a page beside the story, which no page shows: waits until an edition that has come whole is the one shown next. */
export async function waitForTakeover(scope: string): Promise<void> {
  const waiting = (await navigator.serviceWorker.getRegistration(scope))?.waiting;
  if (!waiting) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (waiting.state !== 'installed' && waiting.state !== 'activating') resolve();
    };
    waiting.addEventListener('statechange', look);
    look();
  });
}
