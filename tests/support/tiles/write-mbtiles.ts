import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import type { Tile } from './slice-tiles.ts';

/** Writes an archive of MBTiles: rows counted from the south. */
export function writeMbtiles(
  path: string,
  tiles: readonly Tile[],
  metadata: Readonly<Record<string, string>> = { format: 'pbf' },
  gzip = true,
): void {
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE metadata (name TEXT, value TEXT)');
  database.exec('CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)');
  database.exec('BEGIN');
  const note = database.prepare('INSERT INTO metadata VALUES (?, ?)');
  for (const [name, value] of Object.entries(metadata)) note.run(name, value);
  const add = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  for (const { z, x, y, bytes } of tiles) add.run(z, x, 2 ** z - 1 - y, gzip ? gzipSync(bytes, { level: 1 }) : bytes);
  database.exec('COMMIT');
  database.close();
}
