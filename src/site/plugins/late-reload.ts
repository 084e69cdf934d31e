import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { HotPayload, NormalizedHotChannel, Plugin } from 'vite';

/** When a file was last written, in milliseconds; 0 where there is none. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

interface Mistake {
  readonly payload: HotPayload;
  readonly at: number;
}

/** Listens to what pages are told: the last mistake, until they are told that something has changed. */
function rememberMistake(hot: NormalizedHotChannel): () => Mistake | null {
  let last: Mistake | null = null;
  const send = hot.send.bind(hot) as (...args: readonly unknown[]) => void;
  hot.send = (...args: readonly unknown[]): void => {
    const [payload] = args as readonly [HotPayload | string];
    if (typeof payload === 'object' && payload.type === 'error') last = { payload, at: Date.now() };
    if (typeof payload === 'object' && payload.type === 'full-reload') last = null;
    send(...args);
  };
  return () => last;
}

/**
 * A Vite plugin: while a page loads it cannot hear that content has changed, or has a mistake, and would go on showing
 * what it was sent. A page that begins to listen is therefore told what it has missed.
 */
export function lateReload(): Plugin {
  return {
    name: 'late-reload',
    apply: 'serve',
    configureServer({ config, environments, middlewares, ws }) {
      const store = join(config.root, '.astro', 'data-store.json');
      const mistake = rememberMistake(environments.client.hot);
      let askedAt = Number.POSITIVE_INFINITY;
      middlewares.use(({ headers }, _, next) => {
        if (headers.accept?.includes('text/html')) askedAt = Date.now();
        next();
      });
      ws.on('connection', () => {
        const last = mistake();
        if (writtenAt(store) > askedAt) ws.send({ type: 'full-reload' });
        else if (last && last.at > askedAt) ws.send(last.payload);
      });
    },
  };
}
