import { join } from 'node:path';
import { readSite, writeSite } from '../../src/offline/integration.ts';
import { withOfflineCopies } from '../../src/offline/offline-copy.ts';
import { type SiteFiles, textOf, toBytes } from '../../src/offline/site-files.ts';

/** What the builder left of the page's offer, before the site was finished. */
const TOLD = /data-worker="[^"]*" data-files="\d+" data-bytes="\d+"/;
const NUMBER = 'edition-number';

function marked(path: string, text: string, edition: number): string {
  if (path.endsWith('.html')) {
    const head = `<head><meta name="${NUMBER}" content="${edition}">`;
    return text.replace('<head>', head).replace(TOLD, 'data-offline');
  }
  if (path.endsWith('.topo.json')) return text.replace('{', `{"${NUMBER}":${edition},`);
  return path.endsWith('.js') ? `${text}\n//${edition}` : text;
}

/** The built site as it would be had every page, script and map changed since: each of them tells its edition. */
export async function writeEdition(dist: string, edition: number, folder: string): Promise<SiteFiles> {
  const site = await readSite(dist);
  const worker = [...site.keys()].find((path) => path.endsWith('/service-worker.js')) ?? '';
  const code = textOf(site, worker).replace(/^.*\n/, '');
  const changed = [...site].map(([path, content]) => {
    const isText = /\.(html|js|json)$/.test(path);
    return [path, isText ? toBytes(marked(path, textOf(site, path), edition)) : content] as const;
  });
  const files = await withOfflineCopies(new Map(changed), code);
  await writeSite(join(folder, String(edition)), files);
  return files;
}

/** Runs in the page: the editions of the page itself and of the basemap it loads. */
export async function readEditions(): Promise<readonly (string | number | null | undefined)[]> {
  const url = document.querySelector('story-map')?.getAttribute('data-basemap') ?? '';
  const basemap: Record<string, number> = await (await fetch(url)).json();
  const page = document.querySelector('meta[name="edition-number"]')?.getAttribute('content');
  return [page, String(basemap['edition-number'])];
}
