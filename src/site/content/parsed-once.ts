import { createHash } from 'node:crypto';
import type { RawFile } from '../../content/files/raw.ts';

interface Parsed {
  readonly digest: string;
  readonly file: RawFile;
}

const last = new Map<string, Parsed>();

/**
 * A file as parsed the last time, where its bytes are still those. While a story is written all of it is read for every page,
 * and data of 50 MB take seconds to parse and to judge; what is known of the same object need not be found out again.
 */
export async function parsedOnce(
  place: string,
  bytes: Uint8Array,
  parse: () => RawFile | Promise<RawFile>,
): Promise<RawFile> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const known = last.get(place);
  if (known?.digest === digest) return known.file;
  const file = await parse();
  last.set(place, { digest, file });
  return file;
}
