import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EncodedSegment } from './film-encoder.ts';

/** Pieces of films that are done, so that one that was stopped goes on where it was. */
export class KeptSegments {
  readonly #folder: string;

  /** @param of all that the pictures depend on: the page and what was asked for */
  constructor(cache: string, of: readonly string[]) {
    this.#folder = join(cache, createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16));
  }

  async find(id: string): Promise<EncodedSegment | null> {
    try {
      return JSON.parse(await readFile(this.#fileOf(id), 'utf8')) as EncodedSegment;
    } catch {
      // Never kept, or by a run that was stopped amid it: made anew.
      return null;
    }
  }

  async keep(id: string, segment: EncodedSegment): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const half = `${this.#fileOf(id)}.half`;
    await writeFile(half, JSON.stringify(segment));
    await rename(half, this.#fileOf(id));
  }

  readonly #fileOf = (id: string): string => join(this.#folder, `${id}.json`);
}
