import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fetched, type FetchLimits, fetchSafely } from './fetch-safely.ts';

type Facts = Omit<Fetched, 'bytes'>;

/** Fetches with a memory on disk: what was fetched before is there at once, so that an import that was broken off goes on. */
export function createFetchOnce(folder: string): (address: string, limits: FetchLimits) => Promise<Fetched> {
  return async (address, limits) => {
    const path = join(folder, createHash('sha256').update(address).digest('hex'));
    if (existsSync(`${path}.json`)) {
      const facts = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Facts;
      return { bytes: await readFile(path), ...facts };
    }
    const { bytes, ...facts } = await fetchSafely(address, limits);
    await mkdir(folder, { recursive: true });
    await writeFile(path, bytes);
    // Named last, so that half a file is never taken for a whole one.
    await writeFile(`${path}.part`, JSON.stringify(facts));
    await rename(`${path}.part`, `${path}.json`);
    return { bytes, ...facts };
  };
}
