import { definitionOf } from '../../annotations/registry.ts';
import type { AnnotationBase, Story } from '../../story/story.ts';

type Of = Parameters<NonNullable<ReturnType<typeof definitionOf>['bind']>>[0];

/** An annotation with what it shows of the story's tables, if it shows any. */
export function bindAnnotation(
  annotation: AnnotationBase,
  context: { readonly tables: Story['tables']; readonly locale: string },
): AnnotationBase {
  const bound = definitionOf(annotation).bind?.(annotation as Of, context);
  return bound === undefined ? annotation : ({ ...annotation, data: bound.data } as AnnotationBase);
}
