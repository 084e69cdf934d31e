import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { DISK } from './read-content.ts';

const FOLDERS = ['content/stories', join('public', 'basemap')];

const slashed = (path: string): string => path.split(sep).join('/');

/** Media are large, and Astro wants to know no more than when one changes. */
async function contentOf(id: string, root: string): Promise<string> {
  const path = join(root, id);
  if (!/^content\/stories\/[^/]+\/media\//.test(id)) return Buffer.from(await DISK.read(path)).toString('latin1');
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
}

/** Notes one file by its digest; MDX files can be rendered. */
async function note(id: string, root: string, { store, generateDigest }: LoaderContext): Promise<void> {
  const digest = generateDigest(await contentOf(id, root));
  store.set({ id, data: {}, digest, filePath: id, ...(id.endsWith('.mdx') ? { deferredRender: true } : {}) });
}

function watch(root: string, context: LoaderContext): void {
  const { watcher, store, logger } = context;
  const idOf = (path: string): string | null => {
    const id = slashed(relative(root, path));
    return FOLDERS.some((folder) => id.startsWith(`${slashed(folder)}/`)) ? id : null;
  };
  const changed = (path: string): void => {
    const id = idOf(path);
    if (id !== null) note(id, root, context).catch((error: unknown) => logger.error(String(error)));
  };
  watcher?.add(FOLDERS.map((folder) => join(root, folder)));
  watcher?.on('change', changed);
  watcher?.on('add', changed);
  watcher?.on('unlink', (path: string) => {
    const id = idOf(path);
    if (id !== null) store.delete(id);
  });
}

/**
 * Tells Astro which files the content is made of and when one changes, and no more: `read-content.ts` reads them, for
 * `npm run check` and for pages alike.
 */
export function contentFiles(): Loader {
  return {
    name: 'content-files',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const lists = FOLDERS.map(async (folder) =>
        (await DISK.list(join(root, folder))).map((path) => slashed(join(folder, path))),
      );
      const ids = (await Promise.all(lists)).flat();
      for (const id of context.store.keys()) if (!ids.includes(id)) context.store.delete(id);
      await Promise.all(ids.map((id) => note(id, root, context)));
      watch(root, context);
    },
  };
}
