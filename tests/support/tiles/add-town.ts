import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { groundCommand } from '../../../src/cli/ground.ts';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';
import { generateCity } from './city.ts';
import { TELLERS } from './schema-city.ts';
import { sliceTiles } from './slice-tiles.ts';
import { writePmtiles } from './write-pmtiles.ts';

/** Slug of the fixture story of a town. */
export const TOWN = 'gridton';
/** Where the story's town lies. */
const MIDDLE = [-20.5, 63.9] as const;

const SOURCES = ['src/cli/ground', 'src/basemap/detail', 'src/story', 'src/geo', 'src/content', 'tests/support/tiles'];

/** Changes whenever something else might be cut. */
async function editionOf(story: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [...SOURCES.map((path) => join(PROJECT_ROOT, path)), story]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function cut(root: string): Promise<void> {
  const archive = join(root, 'town.pmtiles');
  const tiles = sliceTiles(generateCity(MIDDLE), TELLERS.protomaps, [12, 13, 14, 15]);
  await writeFile(archive, writePmtiles(tiles, { metadata: { attribution: '© OpenStreetMap contributors' } }));
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const code = await groundCommand([TOWN, '--from', 'town.pmtiles'], { print: say, printError: say }, root);
  await rm(archive);
  assert.equal(code, 0, said.join('\n'));
}

/**
 * Gives the fixture's story of a town in `root` its streets and houses, cut from an archive made for it. What was cut is kept
 * for the next site that is assembled from the same sources.
 */
export async function addTown(root: string): Promise<void> {
  const story = join(root, 'content', 'stories', TOWN);
  const kept = join(PROJECT_ROOT, 'tests', '.sites', `.town-${await editionOf(story)}`);
  const ground = join(story, 'ground');
  if (existsSync(kept)) return cp(kept, ground, { recursive: true });
  await cut(root);
  const copy = `${kept}.${process.pid}`;
  await cp(ground, copy, { recursive: true });
  // Another process may have been first: then its files are the same.
  await rename(copy, kept).catch(() => rm(copy, { recursive: true }));
}
