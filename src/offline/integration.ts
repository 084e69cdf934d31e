import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite } from './finish-site.ts';
import type { SiteFiles } from './site-files.ts';

async function readSite(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const nameOf = (path: string): string => relative(folder, path).split(sep).join('/');
  return new Map(await Promise.all(paths.map(async (path) => [nameOf(path), await readFile(path)] as const)));
}

async function writeChanged(folder: string, before: SiteFiles, after: SiteFiles): Promise<void> {
  for (const [path, content] of after) {
    if (before.get(path) === content) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Servers know what a .js file is; of .mjs some have never heard, and browsers then refuse to run it. */
const assetFileNames = ({ names: [name = ''] }: { readonly names: readonly string[] }): string =>
  name.endsWith('.mjs') ? '_astro/[name].[hash].js' : '_astro/[name].[hash][extname]';

/** Makes the built site one that works from any folder, of any server. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({
          // A style sheet of its own that stalls keeps a page blank, and one that fails leaves its maps black.
          build: { inlineStylesheets: 'always' },
          vite: {
            experimental: { renderBuiltUrl: () => ({ relative: true }) },
            environments: { client: { build: { rolldownOptions: { output: { assetFileNames } } } } },
          },
        });
      },
      async 'astro:build:done'({ dir }) {
        const folder = fileURLToPath(dir);
        const files = await readSite(folder);
        await writeChanged(folder, files, finishSite(files));
      },
    },
  };
}
