import { basename } from 'node:path';
import { parse } from 'yaml';
import { addOwnKinds } from '../../annotations/own/own-kinds.ts';
import { ownKindName } from '../../annotations/own/own-names.ts';
import { type AnyDefinition, DEFINITIONS } from '../../annotations/registry.ts';
import { type RawFault, type RawFile, roleOf } from '../../content/files/raw.ts';
import { membersOf } from '../../content/files/story-files.ts';

type ImportModule = (path: string) => Promise<unknown>;

const MEMBERS: Readonly<Record<string, string>> = {
  kind: 'string',
  summary: 'string',
  schema: 'object',
  order: 'number',
  isFixed: 'boolean',
  place: 'function',
  draw: 'function',
  example: 'string',
};

/** Why what a module exports is no definition by its file's name, or null. */
function faultOf(found: unknown, name: string): string | null {
  const members = membersOf(found);
  const wrong = Object.entries(MEMBERS).find(([member, type]) => typeof members[member] !== type);
  if (found === undefined || typeof found !== 'object')
    return 'it has no `export default defineAnnotation({ … })`, which is what is looked for';
  if (wrong !== undefined) return `its definition has no \`${wrong[0]}\`, which must be a ${wrong[1]}`;
  const { kind, space, schema, example } = found as AnyDefinition;
  if (kind !== name) return `its \`kind\` is \`${kind}\`; a file is named after its kind`;
  if (DEFINITIONS.some((one) => one.kind === kind)) return `\`${kind}\` is a kind of the program already`;
  if (space !== 'map' && space !== 'screen') return 'its `space` is neither `map` nor `screen`';
  return exampleFault(schema, example, kind);
}

function exampleFault(schema: AnyDefinition['schema'], example: string, kind: string): string | null {
  try {
    const { kind: named, ...fields } = membersOf(parse(example));
    if (named !== kind) return `its \`example\` does not begin with \`kind: ${kind}\``;
    const read = schema.safeParse(fields);
    if (read.success) return null;
    const [issue] = read.error.issues;
    return `its \`example\` is none of its own \`schema\` (${issue?.path.join('.')}: ${issue?.message})`;
  } catch (error) {
    return `its \`example\` cannot be read: ${(error as Error).message.split('\n')[0]}`;
  }
}

const fault = (detail: string, line: number | null = null): RawFault => ({ problem: 'UnusableKind', detail, line });

/** Where in its own file an error was thrown, by its stack; null where it does not say. */
function lineOf(error: unknown, path: string): number | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const found = stack.split('\n').find((line) => line.includes(basename(path)));
  const line = /:(\d+)(?::\d+)?\)?$/.exec(found ?? '')?.[1];
  return line === undefined ? null : Number(line);
}

async function load(file: RawFile, name: string, path: string, importModule: ImportModule): Promise<RawFile> {
  try {
    const definition = membersOf(await importModule(path))['default'];
    const detail = faultOf(definition, name);
    return detail === null
      ? { ...file, definition: definition as AnyDefinition }
      : { ...file, data: undefined, fault: fault(detail) };
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
    return { ...file, data: undefined, fault: fault(`it cannot be loaded: ${detail}`, lineOf(error, path)) };
  }
}

/** Annotations of a story's own kinds, under the names these have outside the story. */
function withOwnNames(file: RawFile, slug: string, kinds: ReadonlySet<string>): RawFile {
  const { annotations, ...data } = membersOf(file.data);
  if (!Array.isArray(annotations)) return file;
  const named = annotations.map((annotation: unknown) => {
    const { kind, id = kind, ...fields } = membersOf(annotation);
    return typeof kind === 'string' && kinds.has(kind) ? { id, kind: ownKindName(slug, kind), ...fields } : annotation;
  });
  return { ...file, data: { ...data, annotations: named } };
}

/**
 * Loads the kinds that lie in a story's `annotations/` and `charts/`, and makes them known.
 * @param folder of the story on the disk
 * @param importModule loads a module by its path on the disk
 * @returns the story's files: modules with their definitions or why there is none, and texts that name these kinds as others do
 */
export async function withOwnKinds(
  slug: string,
  files: readonly RawFile[],
  folder: string,
  importModule: ImportModule,
): Promise<readonly RawFile[]> {
  const loaded = await Promise.all(
    files.map((file) => {
      const role = roleOf(file.path);
      return role.role === 'kind' ? load(file, role.name, `${folder}/${file.path}`, importModule) : file;
    }),
  );
  const definitions = loaded.flatMap(({ definition }) => definition ?? []);
  if (definitions.length === 0) return loaded;
  addOwnKinds(slug, definitions);
  const kinds = new Set(definitions.map(({ kind }) => kind));
  return loaded.map((file) => withOwnNames(file, slug, kinds));
}
