import { z } from 'astro/zod';
import { type FieldRole, roleOf, share } from '../../annotations/fields.ts';
import { type AnyDefinition, allDefinitions, DEFINITIONS, findDefinition } from '../../annotations/registry.ts';
import type { AnnotationBase } from '../../story/annotation.ts';

const base = {
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'small letters, digits and hyphens' })
    .optional(),
  draw: z
    .tuple([share(), share()], { error: 'two shares of the section from 0 to 1' })
    .refine(([from, to]) => from <= to, { error: '[from, to] with from ≤ to' })
    .default([0.15, 0.42]),
  carried: z.boolean().optional(),
};

const whole = (kind: string, schema: z.ZodType): z.ZodType =>
  (schema as z.ZodObject).safeExtend({ ...base, kind: z.literal(kind) });

/** What is made of each definition once: stories bring theirs as they are read. */
function madeOnce<T>(make: (definition: AnyDefinition) => T): (kind: string) => T | undefined {
  const made = new WeakMap<AnyDefinition, T>();
  return (kind) => {
    const definition = findDefinition(kind);
    if (definition === null) return undefined;
    const found = made.get(definition) ?? make(definition);
    made.set(definition, found);
    return found;
  };
}

/** The fields of a kind of annotation, with those that all have; undefined where there is no such kind. */
export const annotationSchema = madeOnce(({ kind, schema }) => whole(kind, schema));

export const ANNOTATION_KINDS: readonly string[] = DEFINITIONS.map(({ kind }) => kind);

/** @throws where the annotation is not of the form its kind demands; `checkStory` says so in the author's words */
export function parseAnnotation(raw: { readonly kind: string }): AnnotationBase {
  const schema = annotationSchema(raw.kind);
  const definition = findDefinition(raw.kind);
  if (schema === undefined || definition === null) throw new Error(`There is no annotation kind ${raw.kind}.`);
  const parsed = schema.parse(raw) as Omit<AnnotationBase, 'space'>;
  return { ...parsed, id: parsed.id ?? parsed.kind, space: definition.space };
}

/** A field of a kind, by its path with `#` for each place in a list, such as `items.#.label`. */
interface SchemaField {
  readonly path: string;
  readonly role: FieldRole;
}

interface Inner {
  readonly innerType?: z.core.$ZodType;
  /** What a text is read into. */
  readonly out?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function fieldsIn(schema: z.core.$ZodType, path = ''): readonly SchemaField[] {
  const role = roleOf(schema);
  if (role !== null) return [{ path, role }];
  const { innerType, out, shape, element, items } = schema._zod.def as Inner;
  const inner = innerType ?? out;
  if (inner) return fieldsIn(inner, path);
  const members = [...(element ? [element] : []), ...(items ?? [])].map((member) => [`#`, member] as const);
  return [...Object.entries(shape ?? {}), ...members].flatMap(([key, member]) => fieldsIn(member, below(path, key)));
}

const fieldsOfKind = madeOnce(({ schema }) => fieldsIn(schema));

const withoutPlaces = (path: string): string => path.replace(/(^|\.)\d+(?=\.|$)/g, '$1#');

/** What a field of an annotation of this kind holds, by its path such as `items.0.label`; null = neither name nor words. */
export const roleOfField = (kind: string, path: string): FieldRole | null =>
  fieldsOfKind(kind)?.find((field) => field.path === withoutPlaces(path))?.role ?? null;

/** Whether a field of an annotation holds words for the reader, whatever its kind: translations need not name it. */
export function isWordField(path: string): boolean {
  const sought = withoutPlaces(path);
  const isOne = (field: SchemaField): boolean => field.role === 'words' && field.path === sought;
  return allDefinitions().some(({ kind }) => fieldsOfKind(kind)?.some(isOne));
}
