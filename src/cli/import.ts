import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Basemap } from '../basemap/basemap.ts';
import { SLUG_PATTERN } from '../content/files/raw.ts';
import type { LngLatBounds } from '../geo/lng-lat.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { boundsText } from './basemap/parse-bounds.ts';
import { htmlToText } from './import/html-to-mdx.ts';
import { importReport } from './import/import-report.ts';
import { type ImportedStory, ImportRefusal } from './import/imported-story.ts';
import { INPUT_NAMES, readInput } from './import/read-input.ts';
import { boundsOfStory, type ImportGround, slugOf, storyFilesOf } from './import/story-files-of.ts';
import { blankBasemap, NO_COUNTRY } from './lib/blank-basemap.ts';

const HELP = `npm run import -- <file or folder>: a story from another tool

  Reads the config.js of Mapbox's and MapLibre's storytelling templates and their forks, StoryMapJS (published.json,
  storymap.json) and GeoLibre. Nothing is fetched and nothing in the file is run.

  --out <folder>    where the story goes (default: content/stories/<name made of its title>)
  --root <folder>   the project whose maps are looked at (default: this one)`;

export interface ImportEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly exists: (path: string) => boolean;
  /** Names in a folder; null where the path is none. */
  readonly list: (path: string) => Promise<readonly string[] | null>;
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** ISO date. */
  readonly today: () => string;
}

async function findInput(path: string, effects: ImportEffects): Promise<string> {
  if (!effects.exists(path)) throw new ImportRefusal(`There is nothing at ${path}.`);
  const names = await effects.list(path);
  if (names === null) return path;
  const found = INPUT_NAMES.map((pattern) => names.find((name) => pattern.test(name))).find(
    (name) => name !== undefined,
  );
  if (found === undefined)
    throw new ImportRefusal(`There is no config.js, published.json, storymap.json or .geolibre file in ${path}.`);
  return join(path, found);
}

const isWithin = (inner: LngLatBounds, outer: readonly number[]): boolean =>
  inner.every((value, at) => (at < 2 ? value >= (outer[at] ?? 0) : value <= (outer[at] ?? 0)));

const areaOf = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]): number =>
  (east - west) * (north - south);

/** The smallest map there is that holds the story, or bare ground made for it. */
async function groundFor(bounds: LngLatBounds, slug: string, maps: string, effects: ImportEffects) {
  const names = ((await effects.list(maps)) ?? []).filter((name) => name.endsWith('.topo.json'));
  const all = await Promise.all(names.map(async (name) => JSON.parse(await effects.read(join(maps, name))) as Basemap));
  const [fitting] = all
    .filter(({ meta, objects }) => isWithin(bounds, meta.bounds) && objects.regions.geometries.length > 0)
    .sort((a, b) => areaOf(a.meta.bounds) - areaOf(b.meta.bounds));
  if (fitting !== undefined) {
    const properties = fitting.objects.regions.geometries[0]?.properties;
    const homeCountry = properties && 'a3' in properties ? properties.a3 : NO_COUNTRY;
    return { ground: { basemap: fitting.meta.name, homeCountry, bounds }, made: null };
  }
  const ground: ImportGround = { basemap: slug, homeCountry: NO_COUNTRY, bounds };
  return { ground, made: blankBasemap(slug, bounds) };
}

interface Target {
  readonly slug: string;
  readonly folder: string;
}

function targetOf(story: ImportedStory, out: string | undefined, root: string, effects: ImportEffects): Target {
  const made = slugOf(htmlToText(story.title)) || 'imported-story';
  const folder = out === undefined ? join(root, 'content', 'stories', made) : resolve(out);
  const slug = basename(folder);
  if (!SLUG_PATTERN.test(slug))
    throw new ImportRefusal(`"${slug}" cannot be an address. Use small letters, digits and hyphens.`);
  if (effects.exists(folder)) throw new ImportRefusal(`${folder} is there already. Choose another folder with --out.`);
  return { slug, folder };
}

async function importStory(
  input: string,
  out: string | undefined,
  root: string,
  effects: ImportEffects,
): Promise<void> {
  const story = readInput(await effects.read(await findInput(resolve(input), effects)));
  const { slug, folder } = targetOf(story, out, root, effects);
  const maps = join(root, 'public', 'basemap');
  const { ground, made } = await groundFor(boundsOfStory(story), slug, maps, effects);
  const written = storyFilesOf(story, ground, effects.today());
  const command = made === null ? null : `npm run basemap -- --name ${slug} --bounds=${boundsText(ground.bounds)}`;
  if (made !== null && !effects.exists(join(maps, `${slug}.topo.json`))) {
    await effects.write(join(maps, `${slug}.topo.json`), `${JSON.stringify(made)}\n`);
  }
  const report = importReport(story, written, command);
  for (const [path, text] of Object.entries({ ...written.files, 'import-report.md': report })) {
    await effects.write(join(folder, path), text);
  }
  effects.print(`Imported ${written.chapters.length} parts from ${story.dialect} into ${folder}.`);
  effects.print('What was kept, changed and dropped: import-report.md in it. Then: npm run check.');
}

/** The command. Returns the exit code: 0 done, 2 it was asked for something impossible. */
export async function importCommand(args: readonly string[], effects: ImportEffects): Promise<0 | 2> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, root: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help === true) {
      effects.print(HELP);
      return 0;
    }
    const [input, ...more] = positionals;
    if (input === undefined || more.length > 0) throw new ImportRefusal(`One file or folder at a time.\n\n${HELP}`);
    await importStory(input, values.out, values.root === undefined ? PROJECT_ROOT : resolve(values.root), effects);
    return 0;
  } catch (error) {
    const isKnown = error instanceof ImportRefusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isKnown) throw error;
    effects.printError((error as Error).message);
    return 2;
  }
}

/** This machine. */
export const IMPORT_EFFECTS: ImportEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  exists: existsSync,
  list: async (path) => (existsSync(path) && (await stat(path)).isDirectory() ? (await readdir(path)).sort() : null),
  read: (path) => readFile(path, 'utf8'),
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
  today: () => new Date().toISOString().slice(0, 10),
};

if (import.meta.main) process.exitCode = await importCommand(process.argv.slice(2), IMPORT_EFFECTS);
