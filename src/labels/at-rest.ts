import type { Box } from '../geo/lng-lat.ts';
import { isSameView } from '../geo/same-view.ts';
import type { MarkContext } from '../marks/mark.ts';
import type { InPieces } from '../story/in-pieces.ts';

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

function known(annotation: object, context: MarkContext): Memory | null {
  const memory = memories.get(annotation);
  return memory !== undefined && sameRest(memory.context, context) ? memory : null;
}

function remember<T>(annotation: object, context: MarkContext, value: T): T {
  memories.set(annotation, { context, value });
  return value;
}

/**
 * What an annotation's placement at rest comes to. It is sought anew only when something it depends on has changed, for
 * it is the same in every frame of a section and costs more than all of the drawing.
 * @param rest depends on the annotation and on the resting part of the context alone
 */
export function atRest<T>(annotation: object, context: MarkContext, rest: () => T): T {
  const memory = known(annotation, context);
  return memory === null ? remember(annotation, context, rest()) : (memory.value as T);
}

/** The same for what takes longer than a frame has time for. */
export function* atRestInPieces<T>(annotation: object, context: MarkContext, rest: () => InPieces<T>): InPieces<T> {
  const memory = known(annotation, context);
  return memory === null ? remember(annotation, context, yield* rest()) : (memory.value as T);
}
