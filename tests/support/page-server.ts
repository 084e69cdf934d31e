import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dev } from 'astro';
import type { ViteDevServer } from 'vite';
import { packBasemap } from '../../src/basemap/packed.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { finishSite } from '../../src/site/finish-site.ts';
import { toBytes } from '../../src/site/links/site-files.ts';
import { addPolicy } from '../../src/site/page-policy.ts';
import type { StoryBytes } from './mutations.ts';

/**
 * Makes the pages of one story again and again with the project's own pages, components, compilers and settings: what a
 * build does, but for bundling the scripts, which no story has a part in.
 */
export interface PageServer {
  /** Where the site's files lie. */
  readonly root: string;
  /** Puts other files in the place of the story's. */
  readonly show: (story: StoryBytes) => Promise<void>;
  /** Why pages cannot be made, each by its address; none where all can. */
  readonly failures: (addresses: readonly string[]) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

const PROGRAM = ['src', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];
const NOTHING = {
  lock: { packages: {} },
  ingredients: new Map(),
  authored: { publicFiles: new Set<string>(), stories: {} },
};

/** What a build does with a page that has been made. */
async function finish(address: string, html: string, basemap: Uint8Array, map: string): Promise<void> {
  const files = new Map([
    [`${address.slice(1)}index.html`, toBytes(html)],
    [`basemap/${map}`, basemap],
  ]);
  const pack = (text: string): string => JSON.stringify(packBasemap(JSON.parse(text)));
  await finishSite(files, {
    ...NOTHING,
    workers: { keep: '', withdraw: '' },
    finishPage: (page) => addPolicy(page),
    packBasemap: pack,
  });
}

async function assemble(root: string, publicFolder: string, slug: string, story: StoryBytes): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const path of PROGRAM) await cp(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  await cp(publicFolder, join(root, 'public'), { recursive: true });
  for (const [path, bytes] of story) {
    const file = join(root, 'content', 'stories', slug, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, bytes);
  }
}

export async function startPageServer(
  publicFolder: string,
  slug: string,
  story: StoryBytes,
  map: string,
): Promise<PageServer> {
  const root = join(PROJECT_ROOT, 'tests', '.sites', 'pages');
  await assemble(root, publicFolder, slug, story);
  const basemap = await readFile(join(root, 'public', 'basemap', map));
  const folder = join(root, 'content', 'stories', slug);
  let shown = story;
  let vite: ViteDevServer | null = null;
  const configureServer = (server: ViteDevServer): void => {
    vite = server;
  };
  const server = await dev({
    root,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
    vite: {
      logLevel: 'silent',
      server: { hmr: false, watch: null },
      plugins: [{ name: 'hear-of-server', configureServer }],
    },
  });
  const site = `http://127.0.0.1:${server.address.port}`;
  const failure = async (address: string): Promise<readonly string[]> => {
    const response = await fetch(site + address);
    const html = await response.text();
    if (!response.ok) return [`${address}: ${response.status} ${html.slice(0, 300)}`];
    try {
      await finish(address, html, basemap, map);
      return [];
    } catch (error) {
      return [`${address}: ${String(error)}`];
    }
  };
  return {
    root,
    async show(next) {
      const changed = [...next].filter(([path, bytes]) => shown.get(path) !== bytes);
      const gone = [...shown.keys()].filter((path) => !next.has(path));
      for (const [path, bytes] of changed) {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      for (const path of gone) await rm(join(folder, path));
      const files = [...changed.map(([path]) => path), ...gone].map((path) => join(folder, path));
      for (const environment of Object.values(vite?.environments ?? {})) {
        for (const file of files) environment.moduleGraph.onFileChange(file);
      }
      shown = next;
    },
    failures: async (addresses) => (await Promise.all(addresses.map(failure))).flat(),
    stop: () => server.stop(),
  };
}
