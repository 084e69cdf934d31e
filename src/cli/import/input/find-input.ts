import { basename, dirname, join } from 'node:path';
import { ImportRefusal } from '../dialects/imported-story.ts';
import type { ImportEffects } from '../import-effects.ts';
import type { Neighbours } from './neighbours.ts';
import { INPUT_NAMES } from './read-input.ts';

export interface Input {
  readonly path: string;
  readonly text: string;
  readonly neighbours: Neighbours;
  /** The folder that neighbours are counted from. */
  readonly folder: string;
}

/** Folders that a project keeps its config in, beside those of its pictures. */
const INNER_FOLDERS = /^(src|js|scripts?|config|public|static|data|app)$/i;
const READABLE = /\.(geojson|json|js|mjs|ts|csv|tsv)$/i;
const MAX_READ_BYTES = 25_000_000;
const MAX_READ = 60;

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Files that a text names, and the scripts a template reads its layers from. */
async function textsOf(paths: readonly string[], text: string, folder: string, effects: ImportEffects) {
  const named = paths.filter((path) => {
    const name = basename(path);
    return READABLE.test(name) && (text.includes(name) || name === 'sources.js');
  });
  const read = named.slice(0, MAX_READ).map(async (path) => [path, await effects.read(join(folder, path))] as const);
  const all = await Promise.all(read);
  return all.flatMap(([path, bytes]) => (bytes.length > MAX_READ_BYTES ? [] : [[path, decoded(bytes)] as const]));
}

async function inputFile(path: string, effects: ImportEffects): Promise<string> {
  if (!effects.exists(path)) throw new ImportRefusal(`There is nothing at ${path}.`);
  const paths = await effects.list(path);
  if (paths === null) return path;
  const shallow = [...paths].sort((a, b) => a.split('/').length - b.split('/').length);
  const found = INPUT_NAMES.map((pattern) => shallow.find((one) => pattern.test(basename(one)))).find(
    (one) => one !== undefined,
  );
  if (found === undefined)
    throw new ImportRefusal(
      `There is no config.js, published.json, storymap.json, .geolibre, .kml or .gpx file in ${path}.`,
    );
  return join(path, found);
}

/** The file to import, and what lies beside it. @throws ImportRefusal where there is none */
export async function findInput(given: string, effects: ImportEffects): Promise<Input> {
  const path = await inputFile(given, effects);
  const text = decoded(await effects.read(path));
  const own = dirname(path);
  const isFolder = path !== given;
  const folder = isFolder ? given : INNER_FOLDERS.test(basename(own)) ? dirname(own) : own;
  const paths = (effects.exists(folder) ? await effects.list(folder) : null) ?? [];
  const named = await textsOf(paths, text, folder, effects);
  // Layers stand in files of their own, which name those of their shapes.
  const scripts = named.flatMap(([name, content]) => (/\.(json|m?js|ts)$/i.test(name) ? [content] : []));
  const texts = new Map([...named, ...(await textsOf(paths, scripts.join('\n'), folder, effects))]);
  return { path, text, folder, neighbours: { paths, textOf: (one) => texts.get(one) ?? null } };
}
