import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stderr } from 'node:process';
import { nodeEffects } from '../basemap/sources/node-effects.ts';
import { basemapCommand } from '../basemap.ts';
import { createFetchOnce } from './media/fetch-once.ts';
import { FETCH_LIMITS, type Fetched } from './media/fetch-safely.ts';

/** All that the command may do to the world. Tests pass their own. */
export interface ImportEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** A line that the next one overwrites. */
  readonly progress: (line: string) => void;
  readonly exists: (path: string) => boolean;
  /** Paths of files in a folder and below, with forward slashes; null where the path is no folder. */
  readonly list: (path: string) => Promise<readonly string[] | null>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly fetch: (address: string, mayBePrivate: boolean) => Promise<Fetched>;
  /** Runs `npm run basemap` with these arguments; returns its exit code. */
  readonly makeBasemap: (args: readonly string[]) => Promise<number>;
  /** ISO date. */
  readonly today: () => string;
}

const MAX_FILES = 5000;
const MAX_FOLDERS_DEEP = 6;
const LEFT_OUT = /^(node_modules|\.git|\.cache|dist|build|\.next)$/;

async function filesBelow(folder: string, depth: number): Promise<readonly string[]> {
  if (depth > MAX_FOLDERS_DEEP) return [];
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.test(entry.name));
  const inner = await Promise.all(
    folders.map(async ({ name }) => (await filesBelow(join(folder, name), depth + 1)).map((path) => `${name}/${path}`)),
  );
  return [...own, ...inner.flat()].slice(0, MAX_FILES);
}

const fetchOnce = createFetchOnce(join('.cache', 'import'));

/** Addresses and names of a stranger's file may hold what a terminal obeys. */
const harmless = (line: string): string => line.replace(/[^\P{Cc}\n\t]/gu, ' ');

/** This machine. */
export const IMPORT_EFFECTS: ImportEffects = {
  print: (line) => console.log(harmless(line)),
  printError: (line) => console.error(harmless(line)),
  progress: (line) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${harmless(line)}`.slice(0, stderr.columns));
  },
  exists: existsSync,
  list: async (path) => ((await stat(path)).isDirectory() ? filesBelow(path, 0) : null),
  read: (path) => readFile(path),
  async write(path, content) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  },
  fetch: (address, mayBePrivate) =>
    fetchOnce(address, mayBePrivate ? { ...FETCH_LIMITS, isAllowed: () => true } : FETCH_LIMITS),
  makeBasemap: (args) => basemapCommand(args, nodeEffects),
  today: () => new Date().toISOString().slice(0, 10),
};
