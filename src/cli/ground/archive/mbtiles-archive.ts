import { DatabaseSync } from 'node:sqlite';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { GroundRefusal, MAX_TILE_BYTES, megabytes, type TileArchive, type TileContent, wrongTiles } from './archive.ts';
import { inflate, packingOf } from './inflate.ts';
import { layerIdsIn } from './layer-ids.ts';

const AGAIN = 'Make or download it again.';

const damaged = (file: string, error: unknown): Error =>
  error instanceof GroundRefusal
    ? error
    : new GroundRefusal(`${file} is damaged or no MBTiles: ${(error as Error).message}. ${AGAIN}`, { cause: error });

function metadataOf(database: DatabaseSync): ReadonlyMap<string, string> {
  const rows = database.prepare('SELECT name, value FROM metadata WHERE length(value) < 4000000').all();
  return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
}

function boundsIn(text: string | undefined): LngLatBounds | null {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = (text ?? '')
    .split(',')
    .map(Number);
  return west < east && south < north ? [west, south, east, north] : null;
}

function vectorLayersIn(json: string | undefined): unknown {
  try {
    return (JSON.parse(json ?? '{}') as { readonly vector_layers?: unknown } | null)?.vector_layers;
  } catch {
    // Says nothing of its layers: the tiles will.
    return [];
  }
}

function zoomsOf(database: DatabaseSync, metadata: ReadonlyMap<string, string>, file: string) {
  const [least, most] = [Number(metadata.get('minzoom') ?? Number.NaN), Number(metadata.get('maxzoom') ?? Number.NaN)];
  if (Number.isInteger(least) && Number.isInteger(most)) return { minZoom: least, maxZoom: most };
  const row = database.prepare('SELECT min(zoom_level) AS least, max(zoom_level) AS most FROM tiles').get();
  if (typeof row?.['least'] !== 'number' || typeof row['most'] !== 'number')
    throw new GroundRefusal(`${file} holds no tiles. ${AGAIN}`);
  return { minZoom: row['least'], maxZoom: row['most'] };
}

const FORMATS: Readonly<Record<TileContent, readonly string[]>> = {
  shapes: ['pbf', 'mvt'],
  pictures: ['png', 'jpg', 'jpeg', 'webp'],
};

function checkFormat(format: string | undefined, content: TileContent, file: string): void {
  if (format === undefined || FORMATS[content].includes(format)) return;
  throw new GroundRefusal(`${file} holds ${format} tiles. ${wrongTiles(content)}`);
}

/** Rows are counted from the south, tiles on the web from the north. */
const rowOf = (z: number, y: number): number => 2 ** z - 1 - y;

function tileReader(database: DatabaseSync, file: string) {
  const where = 'FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?';
  const sizeOf = database.prepare(`SELECT length(tile_data) AS size ${where}`);
  const dataOf = database.prepare(`SELECT tile_data AS data ${where}`);
  return (z: number, x: number, y: number): Uint8Array | null => {
    const key = [z, x, rowOf(z, y)] as const;
    const size = Number(sizeOf.get(...key)?.['size'] ?? 0);
    if (size > MAX_TILE_BYTES)
      throw new GroundRefusal(
        `The tile ${z}/${x}/${y} of ${file} has ${megabytes(size)}; no map needs more than ${megabytes(MAX_TILE_BYTES)}. ${AGAIN}`,
      );
    const data = size === 0 ? null : dataOf.get(...key)?.['data'];
    if (!(data instanceof Uint8Array)) return null;
    return inflate(data, packingOf(data), MAX_TILE_BYTES, `The tile ${z}/${x}/${y} of ${file}`);
  };
}

function archiveOf(database: DatabaseSync, content: TileContent, file: string): TileArchive {
  const metadata = metadataOf(database);
  checkFormat(metadata.get('format'), content, file);
  const read = tileReader(database, file);
  return {
    format: 'MBTiles',
    ...zoomsOf(database, metadata, file),
    bounds: boundsIn(metadata.get('bounds')),
    layers: layerIdsIn(vectorLayersIn(metadata.get('json'))),
    attribution: metadata.get('attribution') ?? '',
    tile: (z, x, y) =>
      Promise.try(read, z, x, y).catch((error: unknown) => {
        throw damaged(file, error);
      }),
    close: () => database.close(),
  };
}

/**
 * Opens an MBTiles archive (https://github.com/mapbox/mbtiles-spec), which is an SQLite database.
 * @param file its name in messages
 * @throws GroundRefusal
 */
export function openMbtiles(path: string, file: string, content: TileContent = 'shapes'): TileArchive {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    return archiveOf(database, content, file);
  } catch (error) {
    database?.close();
    throw damaged(file, error);
  }
}
