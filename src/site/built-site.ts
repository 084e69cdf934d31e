import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import type { ViteDevServer } from 'vite';
import { finishSite, type Origin } from './finish-site.ts';
import type { SiteFiles } from './links/site-files.ts';
import type { LockFile } from './manifest/lock-file.ts';
import { readAuthored } from './manifest/read-authored.ts';
import { fetchByImportAlone } from './plugins/fetch-by-import-alone.ts';
import { noteIngredients } from './plugins/note-ingredients.ts';

/** All files below a folder. */
export async function readBuiltFiles(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const nameOf = (path: string): string => relative(folder, path).split(sep).join('/');
  return new Map(await Promise.all(paths.map(async (path) => [nameOf(path), await readFile(path)] as const)));
}

/** The pages below a folder, as text. */
export async function readBuiltPages(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** Writes the files of a site that are not in the folder yet. */
export async function writeSite(folder: string, after: SiteFiles, before: SiteFiles = new Map()): Promise<void> {
  for (const [path, content] of after) {
    if (before.get(path) === content) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** A service worker's program in one piece, without the list of what to keep. */
async function bundleWorker(name: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`offline/${name}.ts`, import.meta.url)),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}

/** Servers know what a .js file is; of .mjs some have never heard, and browsers then refuse to run it. */
const assetFileNames = ({ names: [name = ''] }: { readonly names: readonly string[] }): string =>
  name.endsWith('.mjs') ? '_astro/[name].[hash].js' : '_astro/[name].[hash][extname]';

/** The author's own server knows pages by their folders only; scripts name files. */
function serveFolders(server: ViteDevServer): void {
  server.middlewares.use((request, _response, next) => {
    request.url = request.url?.replace(/\/index\.html(?=[?#]|$)/, '/');
    next();
  });
}

/** Makes the built site one that works from any folder, of any server. */
export function builtSite(finishing: Pick<Origin, 'finishPage' | 'packBasemap'>): AstroIntegration {
  const ingredients = new Map<string, readonly string[]>();
  let lockFile = '';
  let folders = { root: '', publicFolder: '' };
  return {
    name: 'built-site',
    hooks: {
      'astro:config:setup'({ config, updateConfig }) {
        lockFile = fileURLToPath(new URL('package-lock.json', config.root));
        folders = { root: fileURLToPath(config.root), publicFolder: fileURLToPath(config.publicDir) };
        updateConfig({
          // A style sheet of its own that stalls keeps a page blank, and one that fails leaves its maps black.
          build: { inlineStylesheets: 'always' },
          vite: {
            plugins: [noteIngredients(ingredients), fetchByImportAlone()],
            experimental: { renderBuiltUrl: () => ({ relative: true }) },
            environments: { client: { build: { rolldownOptions: { output: { assetFileNames } } } } },
          },
        });
      },
      'astro:server:setup': ({ server }) => serveFolders(server),
      async 'astro:build:done'({ dir }) {
        const folder = fileURLToPath(dir);
        const files = await readBuiltFiles(folder);
        const lock = JSON.parse(await readFile(lockFile, 'utf8')) as LockFile;
        const authored = await readAuthored(folders.root, folders.publicFolder);
        const workers = {
          keep: await bundleWorker('service-worker'),
          withdraw: await bundleWorker('withdrawing-worker'),
        };
        await writeSite(folder, await finishSite(files, { lock, ingredients, workers, authored, ...finishing }), files);
      },
    },
  };
}
