import { definitionOf } from '../../annotations/registry.ts';
import type { AnnotationBase, Section, Story } from '../../story/story.ts';

type Of = Parameters<NonNullable<ReturnType<typeof definitionOf>['bind']>>[0];

/** An annotation with what it shows of the story's tables, if it shows any. */
export function bindAnnotation(
  annotation: AnnotationBase,
  context: { readonly tables: Story['tables']; readonly locale: string },
): AnnotationBase {
  const bound = definitionOf(annotation).bind?.(annotation as Of, context);
  return bound === undefined ? annotation : ({ ...annotation, data: bound.data } as AnnotationBase);
}

/** Sections with all that their charts show of the story's tables. */
export function bindSections<One extends Pick<Section, 'annotations'>>(
  sections: readonly One[],
  context: { readonly tables: Story['tables']; readonly locale: string },
): readonly One[] {
  return sections.map((section) => ({
    ...section,
    annotations: section.annotations.map((annotation) => bindAnnotation(annotation, context)),
  }));
}
