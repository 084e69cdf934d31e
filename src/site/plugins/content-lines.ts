import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { errorsOf, type Problem } from '../../content/lint/diagnostics/problems.ts';
import { findContentProblems } from '../content/content-problems.ts';

const NAME = 'virtual:content-errors';
const RESOLVED = `\0${NAME}`;

/** The errors of a site's content as its files are at this moment, each with its line. */
export async function errorsOnDisk(root: string): Promise<readonly Problem[]> {
  return errorsOf((await findContentProblems({ root, publicFolder: `${root}/public` })).problems);
}

/**
 * A Vite plugin: while developing, pages ask `virtual:content-errors` where a mistake stands, for Astro's collections
 * know fields but no lines. A build has stopped at its mistakes before it asks.
 */
export function contentLines(): Plugin {
  let root = '';
  let isServing = false;
  return {
    name: 'content-lines',
    configResolved(config) {
      root = config.root.replace(/\/$/, '');
      isServing = config.command === 'serve';
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      if (!isServing) return 'export const root = ""; export const contentErrors = async () => [];';
      const own = JSON.stringify(fileURLToPath(import.meta.url));
      const at = JSON.stringify(root);
      return `import { errorsOnDisk } from ${own}; export const root = ${at}; export const contentErrors = () => errorsOnDisk(${at});`;
    },
  };
}
