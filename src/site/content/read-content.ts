import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Basemap } from '../../basemap/basemap.ts';
import { type RawFile, type RawStory, roleOf } from '../../content/files/raw.ts';
import type { MediaFacts } from '../../content/media/media-facts.ts';
import { buildMapIndex, type MapIndex } from '../../story/map-index.ts';
import { atOnce } from '../media/at-once.ts';
import { inspectMedia } from '../media/inspect-media.ts';
import { inspectOnce } from '../media/inspect-once.ts';
import { withLineEnds } from './frontmatter.ts';
import { parsedOnce } from './parsed-once.ts';
import { failedFile, readStoryText } from './read-story-text.ts';
import { readTableFile } from './read-table-file.ts';
import { withStatedIds } from './shapes/stated-ids.ts';

/** Loads a module of a story's own by its path on the disk. */
export type ImportModule = (path: string) => Promise<unknown>;

export const importFromDisk: ImportModule = (path) => import(/* @vite-ignore */ pathToFileURL(path).href);

/** The disk, as far as reading content needs it; tests give one of their own. */
export interface ReadEffects {
  /** Paths of all files below a folder, relative to it, with forward slashes; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** Looks into a media file; by default each time anew. */
  readonly inspect?: (name: string, bytes: Uint8Array) => Promise<MediaFacts>;
  /** Loads a kind of a story's own; by default as this process loads any module. */
  readonly importModule?: ImportModule;
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
  inspect: inspectOnce,
};

/** Null where the bytes are not UTF-8; in UTF-16 without a mark every other one is nought. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : withLineEnds(text);
  } catch {
    return null;
  }
}

const TEXT = /\.(mdx|geojson|yaml|csv|tsv)$|^ground\/.+\.json$/;

/** Reads one file of a story as its name says. */
export function readStoryFile(path: string, bytes: Uint8Array): RawFile {
  if (!TEXT.test(path)) return { path, data: {}, body: '', bodyLine: 1, lines: {}, fault: null };
  const text = decoded(bytes);
  if (text === null) return failedFile(path, { problem: 'NotUtf8', detail: 'some bytes are not UTF-8', line: null });
  return readStoryText(path, text);
}

/** The same for a file that may be no text. */
async function readAnyFile(path: string, bytes: Uint8Array, { inspect = inspectMedia }: ReadEffects): Promise<RawFile> {
  const role = roleOf(path);
  if (role.role === 'data' && !path.endsWith('.geojson')) {
    const { readShapeFile } = await import('./shapes/read-shape-file.ts');
    return readShapeFile(path, bytes);
  }
  if (role.role === 'table') return readTableFile(path, bytes, (text) => readStoryFile(path, text));
  if (role.role !== 'media' && role.role !== 'ground-picture') return readStoryFile(path, bytes);
  return { path, data: {}, body: '', bodyLine: 1, lines: {}, fault: null, media: await inspect(role.name, bytes) };
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

/** What kinds are measured with is loaded late: by then a command has taken the site's theme. */
async function withKinds(slug: string, files: readonly RawFile[], folder: string, effects: ReadEffects) {
  if (files.every(({ path }) => roleOf(path).role !== 'kind')) return files;
  const { withOwnKinds } = await import('./own-kinds.ts');
  return withOwnKinds(slug, files, folder, effects.importModule ?? importFromDisk);
}

/** A story may have a hundred photographs: not all of them are held at once. */
const FILES_AT_ONCE = 4;

/**
 * Reads every story below a content folder.
 * @param shown how messages name that folder
 */
export async function readStories(folder: string, effects: ReadEffects = DISK, shown = 'content/stories') {
  const paths = (await effects.list(folder)).filter((path) => path.includes('/') && !isHidden(path));
  const slugs = [...new Set(paths.map((path) => path.split('/')[0] ?? ''))];
  const stories = slugs.map(async (slug): Promise<RawStory> => {
    const own = paths.filter((path) => path.startsWith(`${slug}/`)).map((path) => path.slice(slug.length + 1));
    const read = async (path: string) => {
      const place = join(folder, slug, path);
      const bytes = await effects.read(place);
      if (roleOf(path).role !== 'data') return readAnyFile(path, bytes, effects);
      return parsedOnce(place, bytes, () => readAnyFile(path, bytes, effects));
    };
    const files = await atOnce(FILES_AT_ONCE, own, read);
    const known = await withKinds(slug, withStatedIds(files), join(folder, slug), effects);
    return { slug, folder: `${shown}/${slug}`, files: known };
  });
  return Promise.all(stories);
}

/** A basemap's file: the basemap, or why it is none. */
export interface BasemapFile {
  readonly name: string;
  readonly basemap: Basemap | null;
  readonly fault: string | null;
}

function parseBasemap(name: string, bytes: Uint8Array): BasemapFile {
  try {
    const basemap = JSON.parse(new TextDecoder().decode(bytes)) as Basemap;
    buildMapIndex(basemap);
    return { name, basemap, fault: null };
  } catch (error) {
    const isJson = !(error instanceof SyntaxError);
    const detail = isJson ? 'it lacks layers that `npm run basemap` writes' : error.message.replace(/\.$/, '');
    return { name, basemap: null, fault: detail };
  }
}

/** Reads every basemap of a folder. */
export async function readBasemapFiles(folder: string, effects: ReadEffects = DISK): Promise<readonly BasemapFile[]> {
  const files = (await effects.list(folder)).filter((path) => /^[^/]+\.topo\.json$/.test(path));
  return Promise.all(
    files.map(async (file) => parseBasemap(file.replace(/\.topo\.json$/, ''), await effects.read(join(folder, file)))),
  );
}

/** Reads every basemap of a folder that can be read, by name. */
export async function readBasemaps(folder: string, effects: ReadEffects = DISK): Promise<Record<string, Basemap>> {
  const files = await readBasemapFiles(folder, effects);
  return Object.fromEntries(files.flatMap(({ name, basemap }) => (basemap === null ? [] : [[name, basemap] as const])));
}

/** What stories may refer to in each basemap of a folder, by name. */
export async function readMapIndexes(folder: string, effects: ReadEffects = DISK): Promise<Record<string, MapIndex>> {
  const basemaps = await readBasemaps(folder, effects);
  return Object.fromEntries(Object.entries(basemaps).map(([name, basemap]) => [name, buildMapIndex(basemap)]));
}
