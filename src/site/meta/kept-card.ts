import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const CACHE = join('.cache', 'cards');

/**
 * A picture from an earlier build, where nothing that it depends on has changed since; else made, and kept.
 * @param root of the project
 * @param of all that it is drawn from, a digest of the program among it
 */
export async function keptCard(
  root: string,
  of: readonly string[],
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  for (const part of of) hash.update(`\0${part}`);
  const file = join(root, CACHE, `${hash.digest('hex').slice(0, 32)}.png`);
  const kept = await readFile(file).catch(() => null);
  if (kept) return kept;
  const made = await make();
  await mkdir(join(root, CACHE), { recursive: true });
  // Whole or not at all: a build may be broken off, and two may run at once.
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, made);
  await rename(part, file);
  return made;
}
