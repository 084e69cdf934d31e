import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { GroundRefusal, megabytes } from './archive.ts';

export type Packing = 'none' | 'gzip' | 'brotli' | 'zstd';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** What bytes are packed with where the file does not say. */
export const packingOf = (bytes: Uint8Array): Packing => (isGzip(bytes) ? 'gzip' : 'none');

const UNPACK = { gzip: gunzipSync, brotli: brotliDecompressSync, zstd: zstdDecompressSync } as const;

/**
 * Bytes unpacked, but never more than `most` of them: memory stays bounded whatever a file says.
 * @param what names the bytes in a message: `the tile 14/2/3 of area.pmtiles`
 * @throws GroundRefusal
 */
export function inflate(bytes: Uint8Array, packing: Packing, most: number, what: string): Uint8Array {
  if (packing === 'none') return bytes;
  try {
    return UNPACK[packing](bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new GroundRefusal(
        `${what} unpacks to more than ${megabytes(most)}, which no map needs. Make or download the archive again.`,
      );
    throw new GroundRefusal(`${what} is damaged: ${packing} cannot unpack it. Make or download the archive again.`);
  }
}
