import type { Where } from '../lint/diagnostics/problems.ts';
import type { RawFile, RawStory } from './raw.ts';

/** Something inside a file, by its path such as `frame.places.0`. */
export interface Field {
  readonly field: string;
  readonly value: unknown;
}

/** Everything inside a value, outer before inner. */
export function fieldsOf(value: unknown, path = ''): readonly Field[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const field = path === '' ? key : `${path}.${key}`;
    return [{ field, value: member }, ...fieldsOf(member, field)];
  });
}

function lineOf(file: RawFile, field: string): number | null {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const line = file.lines[path];
    if (line !== undefined) return line;
  }
  return null;
}

/** Where a field stands, as a problem names it. */
export function whereOf(raw: RawStory, file: RawFile, field = ''): Where {
  return { file: `${raw.folder}/${file.path}`, field, line: lineOf(file, field) };
}

/** Where a position in the text below the frontmatter stands. */
export function whereInBody(raw: RawStory, file: RawFile, index: number): Where {
  const line = file.bodyLine + file.body.slice(0, index).split('\n').length - 1;
  return { file: `${raw.folder}/${file.path}`, field: 'text', line };
}
