import type { z } from 'astro/zod';
import { whereOf } from '../../files/fields.ts';
import { suggestName } from '../../files/nearest.ts';
import type { RawFile, RawStory } from '../../files/raw.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { expectedIn, shownValue } from '../diagnostics/shape-words.ts';

type Schema = z.ZodType;
type Issue = z.core.$ZodIssue;

/** The schema of a field, looked up through optional and default wrappers. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): unknown {
  const definition = (schema as { def?: Record<string, unknown> } | undefined)?.def;
  if (definition === undefined) return undefined;
  if ('innerType' in definition) return schemaAt(definition['innerType'], path);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  if ('shape' in definition) return schemaAt((definition['shape'] as Record<PropertyKey, unknown>)[key], rest);
  return schemaAt(definition['element'] ?? definition['valueType'], rest);
}

function fieldNames(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  const found = schemaAt(schema, path) as { def?: { shape?: object } } | undefined;
  return Object.keys(found?.def?.shape ?? {});
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
}

export interface ShapeCheck {
  readonly raw: RawStory;
  readonly file: RawFile;
  readonly schema: Schema;
  readonly data: unknown;
  /** Path of `data` inside the file; empty where it is the whole file. */
  readonly prefix?: string;
}

/** Problems that schemas name themselves. */
const OWN = ['DateNotIso', 'NoSuchDate', 'ReversedSpan'] as const;

const MERCATOR_ALONE =
  'Remove it: every map is in Web Mercator, of the whole world too. It goes round, and there is no globe.';

const isWishForGlobe = ({ path }: RawFile, name: string): boolean =>
  name === 'projection' && (path === 'story.yaml' || path.endsWith('.mdx'));

const isOwn = (name: unknown): name is (typeof OWN)[number] => OWN.some((own) => own === name);

function problemsOf(issue: Issue, { raw, file, schema, data, prefix = '' }: ShapeCheck): readonly Problem[] {
  const fieldOf = (path: readonly PropertyKey[]) => [...(prefix === '' ? [] : [prefix]), ...path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') {
    const names = fieldNames(schema, issue.path);
    return issue.keys.map((name) =>
      buildProblem('UnknownField', whereOf(raw, file, fieldOf([...issue.path, name])), {
        name,
        suggestion: isWishForGlobe(file, name) ? MERCATOR_ALONE : suggestName(name, names),
      }),
    );
  }
  const where = whereOf(raw, file, fieldOf(issue.path));
  const value = valueAt(data, issue.path);
  const expected = expectedIn(issue);
  if (value === undefined) return [buildProblem('MissingField', where, { expected })];
  const found = shownValue(value);
  const own: unknown = issue.code === 'custom' ? issue.params?.['problem'] : null;
  return [isOwn(own) ? buildProblem(own, where, { found }) : buildProblem('InvalidValue', where, { found, expected })];
}

/** What a schema has to say against some data, in the author's words; `result` is what it said, where that is known. */
export function checkShape(check: ShapeCheck, result = check.schema.safeParse(check.data)): readonly Problem[] {
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, check));
}
