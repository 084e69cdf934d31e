import { open } from 'node:fs/promises';
import { GroundRefusal, type TileArchive } from './archive.ts';
import { openMbtiles } from './mbtiles-archive.ts';
import { openPmtiles } from './pmtiles-archive.ts';

const MAGIC_BYTES = 16;

async function firstBytes(path: string, file: string): Promise<string> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'There is no such file' : `It cannot be read (${error.code})`;
    throw new GroundRefusal(`--from ${file}: ${reason}. Give the path of a .pmtiles or .mbtiles file in the project.`);
  });
  try {
    if (!(await handle.stat()).isFile())
      throw new GroundRefusal(`--from ${file} is a folder. Give the path of a .pmtiles or .mbtiles file.`);
    const bytes = new Uint8Array(MAGIC_BYTES);
    await handle.read(bytes, 0, MAGIC_BYTES, 0);
    return String.fromCharCode(...bytes);
  } finally {
    await handle.close();
  }
}

/**
 * Opens an archive by what it is, whatever it is called.
 * @param file its name in messages
 * @throws GroundRefusal
 */
export async function openArchive(path: string, file: string): Promise<TileArchive> {
  const magic = await firstBytes(path, file);
  if (magic.startsWith('PM')) return openPmtiles(path, file);
  if (magic.startsWith('SQLite format 3')) return openMbtiles(path, file);
  throw new GroundRefusal(
    `${file} is neither PMTiles nor MBTiles. Download a vector extract as .pmtiles, or convert yours with \`tippecanoe\` or \`planetiler\`.`,
  );
}
