import type { z } from 'astro/zod';
import type { RawFile, RawStory } from '../../../content/files/raw.ts';
import { buildProblem, type Problem } from '../../../content/lint/diagnostics/problems.ts';
import { checkShape } from '../../../content/lint/rules/check-shape.ts';
import { type ReadEffects, readStoryFile } from '../read-content.ts';

/** A YAML file of the site's own; null where there is none. */
export type ReadDocument = (path: string) => Promise<RawFile | null>;

/** Reads files of a folder. */
export function documentsIn(folder: string, { read }: Pick<ReadEffects, 'read'>): ReadDocument {
  return async (path) => {
    try {
      return readStoryFile(path, await read(`${folder}/${path}`));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return null;
      throw error;
    }
  };
}

/** Problems name files from the project's root on, as those of a story do from its folder. */
export const folderOf = (folder: string): RawStory => ({ slug: '', folder, files: [] });

export interface Parsed<T> {
  readonly data: T | null;
  readonly problems: readonly Problem[];
}

/** What a file says, or what is wrong with it. `data` is the file's own, or what has come of it. */
export function parseDocument<T extends z.ZodType>(
  file: RawFile,
  folder: string,
  schema: T,
  data: unknown = file.data,
): Parsed<z.infer<T>> {
  if (file.fault !== null) {
    const { problem, detail, line } = file.fault;
    return { data: null, problems: [buildProblem(problem, { file: `${folder}/${file.path}`, line }, { detail })] };
  }
  const result = schema.safeParse(data ?? {});
  if (result.success) return { data: result.data, problems: [] };
  return { data: null, problems: checkShape({ raw: folderOf(folder), file, schema, data }, result) };
}
