import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

function fieldText(block: Uint8Array, from: number, length: number): string {
  const field = Buffer.from(block.subarray(from, from + length)).toString('latin1');
  return field.slice(0, field.indexOf('\0') === -1 ? length : field.indexOf('\0'));
}

/** The files of an npm tarball by path. npm writes plain ustar headers, with the prefix field for long paths. */
export function* readTarball(tarball: Uint8Array): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  const tar = gunzipSync(tarball);
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const header = tar.subarray(at, at + BLOCK);
    const prefix = fieldText(header, 345, 155);
    const size = Number.parseInt(fieldText(header, 124, 12), 8);
    const name = fieldText(header, 0, 100);
    yield { path: prefix ? `${prefix}/${name}` : name, bytes: tar.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** One file of an npm tarball, or null. */
export function readTarballBytes(tarball: Uint8Array, path: string): Uint8Array | null {
  for (const file of readTarball(tarball)) if (file.path === path) return file.bytes;
  return null;
}

/** One file of an npm tarball as text, or null. */
export function readTarballFile(tarball: Uint8Array, path: string): string | null {
  const bytes = readTarballBytes(tarball, path);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}
