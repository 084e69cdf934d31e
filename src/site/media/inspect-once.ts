import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaFacts } from '../../content/media/media-facts.ts';
import { inspectMedia } from './inspect-media.ts';

/** Changes whenever other things are found in the same file. */
const EDITION = '3';

/** Where what was found in media files, and what was made of them, is kept from one build to the next. */
export const MEDIA_CACHE = join('.cache', 'media');

const inspections = new Map<string, Promise<MediaFacts>>();

async function readOrInspect(file: string, name: string, bytes: Uint8Array): Promise<MediaFacts> {
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as MediaFacts;
  const facts = await inspectMedia(name, bytes);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(facts));
  return facts;
}

/** The same as `inspectMedia`, which takes long for large pictures: a file that has been seen is not opened again. */
export function inspectOnce(name: string, bytes: Uint8Array): Promise<MediaFacts> {
  const key = createHash('sha256').update(`${EDITION} ${name} `).update(bytes).digest('hex');
  const found = inspections.get(key) ?? readOrInspect(join(MEDIA_CACHE, 'facts', `${key}.json`), name, bytes);
  inspections.set(key, found);
  return found;
}
