import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** When a file was last written, in milliseconds; 0 where there is none. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * A Vite plugin: while a page loads it cannot hear that content has changed, and would go on showing what it was sent.
 * A page that begins to listen is therefore loaded again where the content is newer than the page.
 */
export function lateReload(): Plugin {
  return {
    name: 'late-reload',
    apply: 'serve',
    configureServer({ config, middlewares, ws }) {
      const store = join(config.root, '.astro', 'data-store.json');
      let askedAt = Number.POSITIVE_INFINITY;
      middlewares.use(({ headers }, _, next) => {
        if (headers.accept?.includes('text/html')) askedAt = Date.now();
        next();
      });
      ws.on('connection', () => {
        if (writtenAt(store) > askedAt) ws.send({ type: 'full-reload' });
      });
    },
  };
}
