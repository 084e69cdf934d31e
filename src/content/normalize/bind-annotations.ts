import { definitionOf } from '../../annotations/registry.ts';
import type { AnnotationBase, Section, Story } from '../../story/story.ts';

type Of = Parameters<NonNullable<ReturnType<typeof definitionOf>['bind']>>[0];

interface BoundTo {
  readonly tables: Story['tables'];
  readonly locale: string;
}

/** An annotation with what it shows of the story's tables, if it shows any. */
export function bindAnnotation(
  annotation: AnnotationBase,
  context: BoundTo & { readonly times?: readonly string[] },
): AnnotationBase {
  const bound = definitionOf(annotation).bind?.(annotation as Of, context);
  if (bound === undefined) return annotation;
  const { data, draw = annotation.draw } = bound;
  return { ...annotation, data, draw } as AnnotationBase;
}

type Shown = Pick<Section, 'annotations' | 'data'>;

/** The times that the first of a section's layers which has several goes through; none where none does. */
function timesOf({ data = [] }: Shown, dataLayers: Story['dataLayers'] = {}): readonly string[] {
  const running = data.find(({ slices }) => slices.length > 1);
  return (running?.slices ?? []).flatMap((slice) => dataLayers[running?.layer ?? '']?.slices[slice]?.time ?? []);
}

/** Sections with all that their charts show of the story's tables, those along time in step with the section's data layer. */
export function bindSections<One extends Shown>(
  sections: readonly One[],
  { dataLayers, ...context }: BoundTo & Pick<Story, 'dataLayers'>,
): readonly One[] {
  return sections.map((section) => {
    const times = timesOf(section, dataLayers);
    const told = times.length > 1 ? { ...context, times } : context;
    return { ...section, annotations: section.annotations.map((annotation) => bindAnnotation(annotation, told)) };
  });
}
