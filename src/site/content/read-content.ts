import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Basemap } from '../../basemap/basemap.ts';
import type { RawFile, RawStory } from '../../content/files/raw.ts';
import { buildMapIndex, type MapIndex } from '../../story/map-index.ts';
import { failedFile, readStoryText } from './read-story-text.ts';

/** The disk, as far as reading content needs it; tests give one of their own. */
export interface ReadEffects {
  /** Paths of all files below a folder, relative to it, with forward slashes; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
}

export const DISK: ReadEffects = {
  async list(folder) {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return files.map((path) => relative(folder, path).split(sep).join('/')).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  },
  read: (path) => readFile(path),
};

/** Reads one file of a story as its name says. */
export function readStoryFile(path: string, bytes: Uint8Array): RawFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failedFile(path, { problem: 'NotUtf8', detail: 'some bytes are not UTF-8', line: null });
  }
  return readStoryText(path, text);
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

/**
 * Reads every story below a content folder.
 * @param shown how messages name that folder
 */
export async function readStories(folder: string, effects: ReadEffects = DISK, shown = 'content/stories') {
  const paths = (await effects.list(folder)).filter((path) => path.includes('/') && !isHidden(path));
  const slugs = [...new Set(paths.map((path) => path.split('/')[0] ?? ''))];
  const stories = slugs.map(async (slug): Promise<RawStory> => {
    const own = paths.filter((path) => path.startsWith(`${slug}/`)).map((path) => path.slice(slug.length + 1));
    const read = async (path: string) => readStoryFile(path, await effects.read(join(folder, slug, path)));
    return { slug, folder: `${shown}/${slug}`, files: await Promise.all(own.map(read)) };
  });
  return Promise.all(stories);
}

/** Reads every basemap of a folder, by name. */
export async function readBasemaps(folder: string, effects: ReadEffects = DISK): Promise<Record<string, Basemap>> {
  const files = (await effects.list(folder)).filter((path) => /^[^/]+\.topo\.json$/.test(path));
  const basemaps = files.map(async (file) => {
    const text = new TextDecoder().decode(await effects.read(join(folder, file)));
    return [file.replace(/\.topo\.json$/, ''), JSON.parse(text) as Basemap] as const;
  });
  return Object.fromEntries(await Promise.all(basemaps));
}

/** What stories may refer to in each basemap of a folder, by name. */
export async function readMapIndexes(folder: string, effects: ReadEffects = DISK): Promise<Record<string, MapIndex>> {
  const basemaps = await readBasemaps(folder, effects);
  return Object.fromEntries(Object.entries(basemaps).map(([name, basemap]) => [name, buildMapIndex(basemap)]));
}
