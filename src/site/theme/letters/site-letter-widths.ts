import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Face, uprightFiles } from '../fonts/font-files.ts';
import { letterWidthsModule } from './letter-widths.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const { resolve } = createRequire(import.meta.url);

/** What a table is made from: the files, and the program that measures them. */
async function digestOf(faces: readonly Face[]): Promise<string> {
  const hash = createHash('sha256');
  for (const face of faces) {
    for (const { path } of uprightFiles(face)) hash.update(face.script).update(await readFile(resolve(path)));
  }
  for (const name of ['arabic-widths.ts', 'latin-widths.ts', 'render-letter-widths.ts', '../fonts/open-face.ts']) {
    hash.update(await readFile(join(import.meta.dirname, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The widths of the letters on a site's maps, measured once for the files they are of. */
export async function siteLetterWidths(faces: readonly Face[]): Promise<string> {
  const place = join(ROOT, '.cache', 'theme', `letter-widths-${await digestOf(faces)}.ts`);
  const kept = await readFile(place, 'utf8').catch(() => null);
  if (kept !== null) return kept;
  const made = await letterWidthsModule(faces);
  await mkdir(dirname(place), { recursive: true });
  // Builds run side by side: none may find half a file.
  const part = `${place}.${randomUUID()}`;
  await writeFile(part, made);
  await rename(part, place);
  return made;
}
