import type { RawFile } from '../../../content/files/raw.ts';
import { roleOf } from '../../../content/files/raw.ts';
import { membersOf } from '../../../content/files/story-files.ts';

const made = new WeakMap<object, ReadonlyMap<string, object>>();

/** The same object for the same name, since what is known of one is kept with it. */
function withId(data: object, id: string): object {
  const known = made.get(data)?.get(id) ?? { ...data, id };
  made.set(data, new Map([[id, known]]));
  return known;
}

/** Files of a story, those of shapes with the property that `data/sources.yaml` says names their features. */
export function withStatedIds(files: readonly RawFile[]): readonly RawFile[] {
  const sources = membersOf(files.find(({ path }) => path === 'data/sources.yaml')?.data);
  return files.map((file) => {
    const { id } = membersOf(sources[file.path.replace(/^data\//, '')]);
    const isShapes = roleOf(file.path).role === 'data' && file.fault === null;
    if (!isShapes || typeof id !== 'string' || file.data === null || typeof file.data !== 'object') return file;
    return { ...file, data: withId(file.data, id) };
  });
}
