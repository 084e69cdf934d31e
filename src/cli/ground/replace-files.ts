import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const WRITTEN = /\.topo\.json$/;
const UNFINISHED = '.unfinished';

/**
 * Puts files into a folder in place of the earlier ones the command has written there. All are written beside their places
 * first, so that a full disk leaves the folder as it was.
 * @param isOwn whether a file of the folder is one of those, by its name
 */
export async function replaceFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  isOwn: (name: string) => boolean = (name) => WRITTEN.test(name),
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(files);
  const besides = names.map((name) => join(folder, `.${name}${UNFINISHED}`));
  try {
    for (const [index, name] of names.entries()) await writeFile(besides[index] ?? '', files[name] ?? '');
  } catch (error) {
    await Promise.all(besides.map((path) => rm(path, { force: true })));
    throw error;
  }
  for (const [index, name] of names.entries()) await rename(besides[index] ?? '', join(folder, name));
  const stale = (await readdir(folder)).filter((name) => isOwn(name) && !name.startsWith('.') && !(name in files));
  await Promise.all(stale.map((name) => rm(join(folder, name))));
}
