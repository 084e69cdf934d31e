import { GroundRefusal, type TileArchive, type TileContent } from './archive.ts';
import { firstBytes } from './first-bytes.ts';
import { openMbtiles } from './mbtiles-archive.ts';
import { openPmtiles } from './pmtiles-archive.ts';

/** Opens an archive whose first bytes are known; null where it is none. */
export async function archiveFrom(
  magic: string,
  path: string,
  file: string,
  content: TileContent,
): Promise<TileArchive | null> {
  if (magic.startsWith('PM')) return await openPmtiles(path, file, content);
  return magic.startsWith('SQLite format 3') ? openMbtiles(path, file, content) : null;
}

/**
 * Opens an archive of vector tiles by what it is, whatever it is called.
 * @param file its name in messages
 * @throws GroundRefusal
 */
export async function openArchive(path: string, file: string): Promise<TileArchive> {
  const magic = await firstBytes(path, file, 'a .pmtiles or .mbtiles file');
  const archive = await archiveFrom(magic, path, file, 'shapes');
  if (archive !== null) return archive;
  throw new GroundRefusal(
    `${file} is neither PMTiles nor MBTiles. Download a vector extract as .pmtiles, or convert yours with \`tippecanoe\` or \`planetiler\`. A picture is cut with --as: see npm run ground -- --help.`,
  );
}
