import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { PROJECT_ROOT } from '../content/project-root.ts';

/** All letters, figures and signs that a face for Latin text may hold; those it does not hold are no loss. */
const LATIN_BLOCKS = [
  [0x20, 0x17f],
  [0x2c6, 0x2dd],
  [0x300, 0x331],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
] as const;

const charactersOf = (blocks: typeof LATIN_BLOCKS): string =>
  blocks
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
    .join('');

/** What is kept of each axis, by its tag: a range, or one value. */
export type Axes = Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;

/**
 * A variable Latin face without what the site does not ask of it, such as weights: much lighter, the same on the screen.
 * Returns the path of the file from the project's root; it is made once.
 * @param path file of an installed package, such as `@fontsource-variable/x/files/x.woff2`
 */
export async function narrowFont(path: string, axes: Axes): Promise<string> {
  const source = await readFile(createRequire(import.meta.url).resolve(path));
  const name = createHash('sha256')
    .update(source)
    .update(JSON.stringify([axes, LATIN_BLOCKS]))
    .digest('hex');
  // From the root, since Astro names a face after its path: a site built in another folder is the same.
  const file = `./.cache/fonts/${name.slice(0, 16)}.woff2`;
  const place = join(PROJECT_ROOT, file);
  if (await readFile(place).catch(() => null)) return file;
  const narrowed = await subsetFont(source, charactersOf(LATIN_BLOCKS), {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
  await mkdir(dirname(place), { recursive: true });
  // Builds run side by side: none may find half a file.
  const part = `${place}.${process.pid}`;
  await writeFile(part, narrowed);
  await rename(part, place);
  return file;
}
