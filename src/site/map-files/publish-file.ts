import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MADE_MAP_FOLDER, MAP_ADDRESS } from './map-paths.ts';

/** What a file is called. */
export interface MapFileName {
  readonly slug: string;
  readonly name: string;
  /** Without a dot. */
  readonly ending: string;
}

/**
 * Puts a file where a page may name it. Its name tells what is in it, so that a copy once fetched is good for ever.
 * @param root the project's folder
 * @returns its address
 */
export async function publishFile(
  root: string,
  { slug, name, ending }: MapFileName,
  content: string | Uint8Array,
): Promise<string> {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const path = `${slug}/${name}.${digest}.${ending}`;
  const place = join(root, MADE_MAP_FOLDER, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
  return MAP_ADDRESS + path;
}
