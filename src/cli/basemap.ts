import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { UNSTATED } from '../content/files/stated-licence.ts';
import { attribution } from './basemap/attribution.ts';
import { buildBasemap } from './basemap/build-basemap.ts';
import { BasemapRefusal, makeLayers } from './basemap/geometry/make-layers.ts';
import { LICENCES } from './basemap/licences.ts';
import { mapNames } from './basemap/names/map-names.ts';
import { type BasemapOptions, parseOptions } from './basemap/options.ts';
import { provenance } from './basemap/provenance.ts';
import { fetchSources } from './basemap/sources/fetch-sources.ts';
import { readHandTables } from './basemap/sources/hand-tables.ts';
import { nodeEffects } from './basemap/sources/node-effects.ts';
import { USAGE } from './basemap/usage.ts';
import type { Effects } from './lib/effects.ts';

const BUDGET_KB = 100;

async function writeBasemap(options: BasemapOptions, effects: Effects): Promise<void> {
  const { name, bounds, out } = options;
  const tables = await readHandTables(name, effects.readText);
  const step = (title: string) => effects.print(`${title} …`);
  const { layers, codes } = await makeLayers(fetchSources(effects), options, tables, step);
  const credits = attribution({
    rivers: layers.rivers === null ? null : tables.rivers,
    roads: layers.roads === null ? null : tables.roads,
  });
  for (const { text } of credits.filter(({ licence }) => licence === UNSTATED)) {
    effects.printError(
      `“${text}”: nobody says on which terms it may be used. Write "source" and "licence" beside "features" in its table.`,
    );
  }
  const basemap = buildBasemap(layers, {
    name,
    bounds,
    attribution: credits,
    names: mapNames(layers.land, tables.names, codes.namesOf),
  });
  const text = `${JSON.stringify(basemap)}\n`;
  await effects.writeText(`${out}/${name}.topo.json`, text);
  await effects.writeText(`${out}/${name}.PROVENANCE.md`, provenance(basemap, options, tables));
  await effects.writeText(`${out}/LICENCES.md`, LICENCES);
  const kilobytes = Math.ceil(brotliCompressSync(text).length / 1000);
  effects.print(`Wrote ${out}/${name}.topo.json: ${kilobytes} kB compressed.`);
  if (kilobytes > BUDGET_KB)
    effects.printError(`That is more than ${BUDGET_KB} kB. Try --detail ${options.detail * 2}, or smaller bounds.`);
}

/** The command. Returns the exit code: 0 done, 1 the sources could not be had, 2 the command line is wrong. */
export async function basemapCommand(args: readonly string[], effects: Effects): Promise<0 | 1 | 2> {
  const options = parseOptions(args);
  if (options === 'help') {
    effects.print(USAGE);
    return 0;
  }
  if ('problems' in options) {
    for (const problem of options.problems) effects.printError(problem);
    effects.printError('All options: npm run basemap -- --help');
    return 2;
  }
  try {
    await writeBasemap(options, effects);
    return 0;
  } catch (error) {
    effects.printError((error as Error).message);
    return error instanceof BasemapRefusal ? 2 : 1;
  }
}

if (import.meta.main) process.exitCode = await basemapCommand(process.argv.slice(2), nodeEffects);
