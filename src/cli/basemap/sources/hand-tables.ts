import type { Effects } from '../../lib/effects.ts';
import type { TableOrigin } from '../attribution.ts';
import type { LineSource, RiverProperties, RoadProperties } from '../geometry/lines.ts';
import type { NameEntry } from '../names/map-names.ts';
import type { Sea } from '../names/seas.ts';
import type { TownCorrection } from '../names/towns.ts';
import type { RegionTable } from './region-source.ts';

/** What people have drawn and corrected for one basemap. Each part may be missing. */
export interface HandTables {
  readonly rivers: (LineSource<RiverProperties> & TableOrigin) | null;
  readonly roads: (LineSource<RoadProperties> & TableOrigin) | null;
  readonly towns: readonly TownCorrection[];
  readonly regions: RegionTable;
  readonly names: readonly NameEntry[];
  /** Seas of the world: one table for all maps. */
  readonly seas: readonly Sea[];
  /** Paths of the files found. */
  readonly files: readonly string[];
}

const FOLDER = 'src/basemap/sources';
const SEAS = `${FOLDER}/seas.json`;

/** Reads `src/basemap/sources/<name>/`. Throws, naming the file, where one is not JSON. */
export async function readHandTables(name: string, readText: Effects['readText']): Promise<HandTables> {
  const files: string[] = [];
  const parsed = async <T>(path: string, otherwise: T): Promise<T> => {
    const text = await readText(path);
    if (text === null) return otherwise;
    if (path !== SEAS) files.push(path);
    try {
      return JSON.parse(text) as T;
    } catch (error) {
      throw new Error(`${path} is not JSON: ${(error as Error).message}`);
    }
  };
  const read = <T>(file: string, otherwise: T): Promise<T> => parsed(`${FOLDER}/${name}/${file}`, otherwise);
  return {
    rivers: await read<HandTables['rivers']>('rivers.geojson', null),
    roads: await read<HandTables['roads']>('roads.geojson', null),
    towns: await read<HandTables['towns']>('towns.json', []),
    regions: await read<HandTables['regions']>('regions.json', {}),
    names: await read<HandTables['names']>('names.json', []),
    seas: await parsed<HandTables['seas']>(SEAS, []),
    files,
  };
}
