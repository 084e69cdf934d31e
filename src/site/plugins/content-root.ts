import type { Plugin } from 'vite';

const NAME = 'virtual:content-root';
const RESOLVED = `\0${NAME}`;

/** A Vite plugin: `virtual:content-root` says where the project lies, whatever folder its pages are built in. */
export function contentRoot(): Plugin {
  let root = '';
  return {
    name: 'content-root',
    configResolved(config) {
      root = config.root.replace(/\/$/, '');
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export const root = ${JSON.stringify(root)};` : undefined),
  };
}
