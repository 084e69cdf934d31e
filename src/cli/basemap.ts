import process from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import type { Basemap } from '../basemap/basemap.ts';
import { UNSTATED } from '../content/files/stated-licence.ts';
import { attribution } from './basemap/attribution.ts';
import { buildBasemap } from './basemap/build-basemap.ts';
import { BasemapRefusal, type Ground, makeLayers } from './basemap/geometry/make-layers.ts';
import { lacksOf } from './basemap/lacks.ts';
import { LICENCES } from './basemap/licences.ts';
import { mapNames } from './basemap/names/map-names.ts';
import { readNameTables } from './basemap/names/name-tables.ts';
import { type BasemapOptions, parseOptions } from './basemap/options.ts';
import { readOwnLayers } from './basemap/own-layers/own-layers.ts';
import { LayerRefusal } from './basemap/own-layers/read-geojson.ts';
import { provenance } from './basemap/provenance.ts';
import { budgetKb, scaleOf } from './basemap/scale.ts';
import { fetchSources } from './basemap/sources/fetch-sources.ts';
import { readHandTables } from './basemap/sources/hand-tables.ts';
import { nodeEffects } from './basemap/sources/node-effects.ts';
import { USAGE } from './basemap/usage.ts';
import type { Effects } from './lib/effects.ts';

interface Made {
  readonly basemap: Basemap;
  readonly text: string;
  readonly kilobytes: number;
}

/** Metres: bends of the sources' own coasts and borders are seldom smaller. */
const SOURCE_DETAIL = 100;

/** How near a map can be looked at: as near as it was simplified for, where that is not finer than what it is made from. */
const keptDetail = ({ detail, own }: BasemapOptions): number =>
  Object.keys(own).length > 0 ? detail : Math.max(detail, SOURCE_DETAIL);

async function make(ground: Ground, options: BasemapOptions, step: (title: string) => void): Promise<Made> {
  const { name, bounds, languages, credit, own } = options;
  const layers = await makeLayers(ground, options, step);
  const { names, seas, rivers, roads } = ground.tables;
  const meta = {
    name,
    bounds,
    detail: keptDetail(options),
    attribution: attribution({
      scale: scaleOf(bounds),
      rivers: own.rivers === undefined && layers.rivers !== null ? rivers : null,
      roads: own.roads === undefined && layers.roads !== null ? roads : null,
      own: credit,
    }),
    names: mapNames(layers.land, bounds, {
      table: names,
      seas,
      languages,
      nameCountry: ground.names.nameCountry,
    }),
  };
  const basemap = buildBasemap(layers, meta, options.detail);
  const text = `${JSON.stringify(basemap)}\n`;
  return { basemap, text, kilobytes: Math.ceil(brotliCompressSync(text).length / 1000) };
}

/** How much coarser a map becomes that is too large; most maps take seconds to be made again. */
const COARSER = { wide: 1.1, country: 1.4, close: 1.4 } as const;

/** Metres; coarser maps are none. */
const COARSEST = 50_000;

/** As fine as its size allows, where the author has not chosen the detail. */
async function makeSmall(ground: Ground, options: BasemapOptions, step: (title: string) => void) {
  let [tried, made] = [options, await make(ground, options, step)];
  const coarser = COARSER[scaleOf(options.bounds)];
  while (!options.isDetailGiven && tried.detail < COARSEST && made.kilobytes > budgetKb(options.bounds)) {
    tried = { ...tried, detail: Math.round(tried.detail * coarser) };
    made = await make(ground, tried, () => undefined);
  }
  return { options: tried, ...made };
}

async function writeBasemap(given: BasemapOptions, effects: Effects): Promise<void> {
  const { name, bounds, out } = given;
  const own = await readOwnLayers(given.own, given.countries, effects.readText);
  const tables = await readHandTables(name, effects.readText);
  const sources = fetchSources(effects, bounds);
  effects.print('Names …');
  const ground: Ground = { sources, tables, own, names: await readNameTables(sources, given.languages) };
  const { options, basemap, text, kilobytes } = await makeSmall(ground, given, (title) => effects.print(`${title} …`));
  for (const { text: credit } of basemap.meta.attribution.filter(({ licence }) => licence === UNSTATED)) {
    effects.printError(
      `“${credit}”: nobody says on which terms it may be used. Write "source" and "licence" beside "features" in its table.`,
    );
  }
  await effects.writeText(`${out}/${name}.topo.json`, text);
  await effects.writeText(`${out}/${name}.PROVENANCE.md`, provenance(basemap, options, tables));
  await effects.writeText(`${out}/LICENCES.md`, LICENCES);
  effects.print(`Wrote ${out}/${name}.topo.json: ${kilobytes} kB compressed.`);
  for (const lack of lacksOf(basemap, options)) effects.print(lack);
  const most = budgetKb(bounds);
  if (kilobytes > most)
    effects.printError(`That is more than ${most} kB. Try --detail ${options.detail * 2}, or smaller bounds.`);
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
    return error instanceof BasemapRefusal || error instanceof LayerRefusal ? 2 : 1;
  }
}

if (import.meta.main) process.exitCode = await basemapCommand(process.argv.slice(2), nodeEffects);
