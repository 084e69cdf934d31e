import { open } from 'node:fs/promises';
import { GroundRefusal } from './archive.ts';

const MAGIC_BYTES = 16;

/**
 * How a file begins, which tells what it is whatever it is called.
 * @param file its name in messages
 * @param wanted what it should be, in a sentence
 * @throws GroundRefusal
 */
export async function firstBytes(path: string, file: string, wanted: string): Promise<string> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${error.code})`;
    throw new GroundRefusal(`--from ${file}: ${reason}. Give the path of ${wanted} in the project.`);
  });
  try {
    if (!(await handle.stat()).isFile())
      throw new GroundRefusal(`--from ${file} is a folder. Give the path of ${wanted}.`);
    const bytes = new Uint8Array(MAGIC_BYTES);
    await handle.read(bytes, 0, MAGIC_BYTES, 0);
    return String.fromCharCode(...bytes);
  } finally {
    await handle.close();
  }
}
