import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { groundCommand } from '../../../src/cli/ground.ts';
import { blankBasemap, NO_COUNTRY } from '../../../src/cli/lib/blank-basemap.ts';
import { generateCity } from './city.ts';
import { type SchemaName, TELLERS } from './schema-city.ts';
import { sliceTiles, type Tile } from './slice-tiles.ts';

/** Where the generated town lies. */
export const CITY: readonly [number, number] = [1.5, 41.2];
export const CITY_BOUNDS = [1.45, 41.16, 1.55, 41.24] as const;

const STORY = `basemap: plain
homeCountry: ${NO_COUNTRY}
focus: null
bounds: [1, 40.8, 2, 41.6]
defaultLocale: en
locales: [en]
published: 2026-01-01
modified: 2026-01-01
licence: CC BY 4.0
sources: {}
`;

const section = (title: string, frame: string, opening = '') => `---
title: ${title}
${opening}mapDescription: A town.
frame: ${frame}
annotations: []
---

A few words.
`;

const OPENING = 'kicker: A kicker\nstandfirst: A standfirst.\nbyline: Nobody\ndescription: A town made for tests.\n';

const frameAt = (zoom: number, east = 0): string => `{ center: [${CITY[0] + east}, ${CITY[1]}], zoom: ${zoom} }`;

/** A story of close sections at these zooms, each a little farther east. */
export const cityStory = (zooms: readonly number[]): Readonly<Record<string, string>> => ({
  'story.yaml': STORY,
  'facts.yaml': '{}\n',
  'places.yaml': '{}\n',
  'en/index.mdx': section('The town', '{ bounds: [1.1, 40.9, 1.9, 41.5] }', OPENING),
  ...Object.fromEntries(
    zooms.map((zoom, index) => [`en/${10 + index}-close-${index}.mdx`, section('Close', frameAt(zoom, index * 0.001))]),
  ),
});

/** A project with one story, in a folder of its own. */
export async function makeProject(files: Readonly<Record<string, string>> = cityStory([15])): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'ground-'));
  const basemap = JSON.stringify(blankBasemap('plain', [1, 40.8, 2, 41.6]));
  const all = Object.entries(files).map(([path, text]) => [`content/stories/town/${path}`, text] as const);
  for (const [path, text] of [...all, ['public/basemap/plain.topo.json', basemap] as const]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const made = new Map<SchemaName, readonly Tile[]>();

/** Tiles of the town, made once a schema. */
export function cityTiles(schema: SchemaName): readonly Tile[] {
  const found = made.get(schema) ?? sliceTiles(generateCity(CITY), TELLERS[schema], [12, 13, 14, 15]);
  made.set(schema, found);
  return found;
}

/** Runs the command in a project, and gives back what it said and wrote. */
export async function runGround(root: string, ...args: readonly string[]) {
  const [printed, errors]: [string[], string[]] = [[], []];
  const effects = { print: (line: string) => printed.push(line), printError: (line: string) => errors.push(line) };
  const code = await groundCommand(args, effects, root);
  const folder = join(root, 'content/stories/town/ground');
  const names = await readdir(folder).catch(() => []);
  const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
  return {
    code,
    printed,
    errors: errors.join('\n'),
    files: Object.fromEntries(await Promise.all(names.sort().map(read))),
  };
}
