import { type FileHandle, open } from 'node:fs/promises';
import { bytesToHeader, Compression, type Header, PMTiles, ResolvedValueCache, TileType, tileTypeExt } from 'pmtiles';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import {
  GroundRefusal,
  MAX_DIRECTORY_BYTES,
  MAX_TILE_BYTES,
  megabytes,
  type TileArchive,
  type TileContent,
  wrongTiles,
} from './archive.ts';
import { inflate, type Packing, packingOf } from './inflate.ts';
import { layerIdsIn } from './layer-ids.ts';

const HEADER_BYTES = 127;
const CACHED_DIRECTORIES = 8;
const MAX_METADATA_BYTES = 2 ** 22;

const AGAIN = 'Make or download it again.';

const PACKINGS: Readonly<Record<number, Packing>> = {
  [Compression.None]: 'none',
  [Compression.Gzip]: 'gzip',
  [Compression.Brotli]: 'brotli',
  [Compression.Zstd]: 'zstd',
};

/** Each part the header names must lie in the file. */
function checkParts(header: Header, size: number, file: string): void {
  const parts: readonly (readonly [name: string, offset: number, length: number])[] = [
    ['root directory', header.rootDirectoryOffset, header.rootDirectoryLength],
    ['description', header.jsonMetadataOffset, header.jsonMetadataLength],
    ['directories', header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    ['tiles', header.tileDataOffset, header.tileDataLength ?? 0],
  ];
  const outside = parts.find(([, offset, length]) => !(offset + length <= size));
  if (outside !== undefined)
    throw new GroundRefusal(
      `${file} is cut short or damaged: its ${outside[0]} should end at byte ${outside[1] + outside[2]}, and the file ends at ${size}. ${AGAIN}`,
    );
}

const PICTURES: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp];

function checkKind(header: Header, content: TileContent, file: string): void {
  if (header.specVersion !== 3)
    throw new GroundRefusal(
      `${file} is PMTiles version ${header.specVersion}; only version 3 can be read. Convert it with \`pmtiles convert\`.`,
    );
  const isRight = content === 'shapes' ? header.tileType === TileType.Mvt : PICTURES.includes(header.tileType);
  if (isRight) return;
  const ending = tileTypeExt(header.tileType) || 'unknown';
  throw new GroundRefusal(`${file} holds ${ending} tiles. ${wrongTiles(content)}`);
}

/** The file as the library reads it, which never reads beyond its end nor more than a tile at once. */
function fileSource(handle: FileHandle, size: number, file: string) {
  return {
    getKey: () => file,
    async getBytes(offset: number, length: number) {
      const wanted = offset === 0 ? Math.min(length, size) : length;
      if (wanted > MAX_TILE_BYTES)
        throw new GroundRefusal(
          `${file} says that one of its tiles has ${megabytes(wanted)}; no map needs more than ${megabytes(MAX_TILE_BYTES)}. ${AGAIN}`,
        );
      if (!(offset >= 0 && offset + wanted <= size))
        throw new GroundRefusal(
          `${file} is damaged: a directory in it points to byte ${offset + wanted}, and the file ends at ${size}. ${AGAIN}`,
        );
      const bytes = new Uint8Array(wanted);
      await handle.read(bytes, 0, wanted, offset);
      return { data: bytes.buffer };
    },
  };
}

const unpackerOf = (file: string, most: number) => (buffer: ArrayBuffer, compression: Compression) => {
  const bytes = new Uint8Array(buffer);
  const unpacked = inflate(bytes, PACKINGS[compression] ?? packingOf(bytes), most, `A part of ${file}`);
  return Promise.resolve(new Uint8Array(unpacked).buffer);
};

async function readHeader(handle: FileHandle, size: number, content: TileContent, file: string): Promise<Header> {
  const bytes = new Uint8Array(HEADER_BYTES);
  await handle.read(bytes, 0, HEADER_BYTES, 0);
  if (size < HEADER_BYTES)
    throw new GroundRefusal(`${file} is cut short: it has ${size} bytes, less than the header. ${AGAIN}`);
  const version = bytes[7] ?? 0;
  const header = { ...bytesToHeader(version > 3 ? bytes.with(7, 3).buffer : bytes.buffer), specVersion: version };
  checkKind(header, content, file);
  checkParts(header, size, file);
  return header;
}

const damaged = (file: string, error: unknown): Error =>
  error instanceof GroundRefusal
    ? error
    : new GroundRefusal(`${file} is damaged: ${(error as Error).message}. ${AGAIN}`, { cause: error });

async function metadataOf(archive: PMTiles, length: number, file: string): Promise<Readonly<Record<string, unknown>>> {
  if (length === 0) return {};
  if (length > MAX_METADATA_BYTES)
    throw new GroundRefusal(`${file} has a description of ${megabytes(length)}. ${AGAIN}`);
  const found = await archive.getMetadata().catch((error: unknown) => {
    throw damaged(file, error);
  });
  return (found ?? {}) as Readonly<Record<string, unknown>>;
}

const boundsIn = ({ minLon, minLat, maxLon, maxLat }: Header): LngLatBounds | null =>
  minLon < maxLon && minLat < maxLat ? [minLon, minLat, maxLon, maxLat] : null;

/**
 * Opens a PMTiles archive (version 3, https://github.com/protomaps/PMTiles).
 * @param file its name in messages
 * @throws GroundRefusal
 */
export async function openPmtiles(path: string, file: string, content: TileContent = 'shapes'): Promise<TileArchive> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const header = await readHeader(handle, size, content, file);
    const cache = new ResolvedValueCache(CACHED_DIRECTORIES, false, unpackerOf(file, MAX_DIRECTORY_BYTES));
    const archive = new PMTiles(fileSource(handle, size, file), cache, unpackerOf(file, MAX_TILE_BYTES));
    const metadata = await metadataOf(archive, header.jsonMetadataLength, file);
    return {
      format: 'PMTiles',
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      bounds: boundsIn(header),
      layers: layerIdsIn(metadata['vector_layers']),
      attribution: String(metadata['attribution'] ?? ''),
      async tile(z, x, y) {
        const found = await archive.getZxy(z, x, y).catch((error: unknown) => {
          throw damaged(file, error);
        });
        return found === undefined ? null : new Uint8Array(found.data);
      },
      close: () => void handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw damaged(file, error);
  }
}
