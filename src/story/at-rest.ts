import type { Box } from '../geo/lng-lat.ts';
import { isSameView } from '../geo/same-view.ts';
import type { MarkContext } from './mark.ts';

interface Memory {
  readonly context: MarkContext;
  readonly value: unknown;
}

const memories = new WeakMap<object, Memory>();

const sameBox = (a: Box, b: Box): boolean =>
  a === b || (a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom);

const sameBoxes = (a: readonly Box[], b: readonly Box[]): boolean =>
  a === b || (a.length === b.length && a.every((box, index) => sameBox(box, b[index] ?? box)));

const SAME = ['sizeClass', 'locale', 'dir', 'places', 'facts', 'drawings', 'atlas', 'avoidLines', 'crosses'] as const;

const sameRest = (a: MarkContext, b: MarkContext): boolean =>
  SAME.every((name) => a[name] === b[name]) &&
  isSameView(a.restProjection, b.restProjection) &&
  sameBox(a.freeBox, b.freeBox) &&
  sameBoxes(a.taken, b.taken);

/**
 * What an annotation's placement at rest comes to. It is sought anew only when something it depends on has changed, for
 * it is the same in every frame of a section and costs more than all of the drawing.
 * @param rest depends on the annotation and on the resting part of the context alone
 */
export function atRest<T>(annotation: object, context: MarkContext, rest: () => T): T {
  const memory = memories.get(annotation);
  if (memory !== undefined && sameRest(memory.context, context)) return memory.value as T;
  const value = rest();
  memories.set(annotation, { context, value });
  return value;
}
