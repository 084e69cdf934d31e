import type { Collisions } from '../labels/collisions.ts';
import type { RestContext } from '../labels/rest-context.ts';
import type { AnnotationBase } from '../story/annotation.ts';
import type { PaintedArea, Placed, Subject } from './define.ts';
import { type AnyDefinition, definitionOf } from './registry.ts';

type Any = Parameters<AnyDefinition['place']>[0];

export const placeAnnotation = (
  annotation: AnnotationBase,
  rest: RestContext,
  collisions: Collisions,
): Placed<unknown> | null => definitionOf(annotation).place(annotation as Any, rest, collisions);

export const namesOf = (annotation: AnnotationBase, rest: RestContext): readonly string[] =>
  definitionOf(annotation).names?.(annotation as Any, rest) ?? [];

export const subjectOf = (annotation: AnnotationBase, rest: RestContext): Subject | null =>
  definitionOf(annotation).subject?.(annotation as Any, rest) ?? null;

export const backgroundOf = (annotation: AnnotationBase, rest: RestContext): PaintedArea | null =>
  definitionOf(annotation).background?.(annotation as Any, rest) ?? null;

/** The order in which annotations take their room, which is not that in which they lie over one another. */
export const inPlacementOrder = (annotations: readonly AnnotationBase[]): readonly AnnotationBase[] =>
  annotations.toSorted((a, b) => definitionOf(a).order - definitionOf(b).order);

export const isFixed = (annotation: AnnotationBase): boolean => definitionOf(annotation).isFixed;

/** Whether words left out for want of room are worth placing names another way. */
export const mustFit = (annotation: AnnotationBase): boolean => definitionOf(annotation).mustFit === true;
