import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { type Blocks, charactersOf } from '../../../theme/scripts.ts';

/** What is kept of each axis, by its tag: a range, or one value. */
export type Axes = Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;

/**
 * A font file without what the site does not ask of it, such as weights: much lighter, the same on the screen. Returns the
 * path of the file from the project's root; it is made once.
 * @param root of the project, whose cache holds it
 * @param path whole, or that of a file of an installed package, such as `@fontsource-variable/x/files/x.woff2`
 */
export async function subsetFontFile(root: string, path: string, axes: Axes, blocks: Blocks): Promise<string> {
  const source = await readFile(createRequire(import.meta.url).resolve(path));
  const name = createHash('sha256')
    .update(source)
    .update(JSON.stringify([axes, blocks]))
    .digest('hex');
  // From the root, since Astro names a face after its path: a site built in another folder is the same.
  const file = `./.cache/fonts/${name.slice(0, 16)}.woff2`;
  const place = join(root, file);
  if (await readFile(place).catch(() => null)) return file;
  const isVariable = Object.keys(axes).length > 0;
  const subset = await subsetFont(source, charactersOf(blocks).join(''), {
    targetFormat: 'woff2',
    ...(isVariable ? { variationAxes: axes } : {}),
  });
  await mkdir(dirname(place), { recursive: true });
  // Builds run side by side: none may find half a file.
  const part = `${place}.${randomUUID()}`;
  await writeFile(part, subset);
  await rename(part, place);
  return file;
}
