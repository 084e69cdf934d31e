import type { AnnotationBase } from '../story/annotation.ts';
import type { Definition } from './define.ts';

/** Kinds that are not in the registry, by name. */
const MORE = new Map<string, unknown>();

/** Makes further kinds known: those that few stories have come with these stories alone. */
export function addKinds(definitions: readonly Pick<Definition<string, never, never>, 'kind'>[]): void {
  for (const definition of definitions) MORE.set(definition.kind, definition);
}

export const addedKind = ({ kind }: Pick<AnnotationBase, 'kind'>): unknown => MORE.get(kind);
