import type { AnnotationBase } from '../story/annotation.ts';
import type { Definition } from './define.ts';

/** Kinds that are not in the registry, by name. */
const MORE = new Map<string, object>();

/**
 * Makes further kinds known: those that few stories have come with these stories alone. Where a page places as well as draws,
 * the two parts of a definition come one after the other.
 */
export function addKinds(definitions: readonly Pick<Definition<string, never, never>, 'kind'>[]): void {
  for (const definition of definitions) MORE.set(definition.kind, { ...MORE.get(definition.kind), ...definition });
}

export const addedKind = ({ kind }: Pick<AnnotationBase, 'kind'>): unknown => MORE.get(kind);

export const addedKinds = (): readonly unknown[] => [...MORE.values()];
