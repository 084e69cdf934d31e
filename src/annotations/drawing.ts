import type { View } from '../labels/rest-context.ts';
import type { Mark } from '../marks/mark.ts';
import type { AnnotationBase } from '../story/annotation.ts';
import { type AnyDefinition, definitionOf } from './registry.ts';

export { isKnownKind } from './registry.ts';

/**
 * The marks of an annotation of any kind at one moment. In the reader's scripts definitions have nothing else here:
 * see `site/plugins/definition-parts.ts`.
 * @param t how far it is drawn, 0–1
 */
export const drawAnnotation = (
  annotation: AnnotationBase,
  placement: unknown,
  t: number,
  view: View,
): readonly Mark[] =>
  t <= 0 ? [] : definitionOf(annotation).draw(annotation as Parameters<AnyDefinition['draw']>[0], placement, t, view);
