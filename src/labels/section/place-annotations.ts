import { drawAnnotation, namesOf, placeAnnotation } from '../../annotations/registry.ts';
import type { SceneMark } from '../../marks/mark.ts';
import type { AnnotationBase } from '../../story/annotation.ts';
import type { Collisions } from '../collisions.ts';
import type { RestContext, View } from '../rest-context.ts';

/** Annotations placed one after the other. */
export interface PlacedAnnotations {
  /** Plain data of each by its id; those that found no room have none. */
  readonly placements: Readonly<Record<string, unknown>>;
  readonly collisions: Collisions;
  /** Places and regions they name themselves. */
  readonly names: ReadonlySet<string>;
  readonly charactersPlaced: number;
  /** Whether each says all its words. */
  readonly isComplete: boolean;
}

const charactersOf = (marks: readonly SceneMark[]): number =>
  marks.reduce((sum, mark) => {
    const characters = 'marks' in mark ? charactersOf(mark.marks) : mark.type === 'text' ? mark.text.length : 0;
    return sum + characters;
  }, 0);

/** Annotations take their room in this order, each clear of those before it. */
export function placeAnnotations(
  annotations: readonly AnnotationBase[],
  before: PlacedAnnotations,
  context: RestContext,
): PlacedAnnotations {
  const view: View = { ...context, restProjection: context.projection, roadOpacity: 1 };
  return annotations.reduce<PlacedAnnotations>((done, annotation) => {
    const placed = placeAnnotation(annotation, context, done.collisions);
    if (placed === null) return { ...done, isComplete: false };
    const characters = charactersOf(drawAnnotation(annotation, placed.placement, 1, view));
    return {
      placements: { ...done.placements, [annotation.id]: placed.placement },
      collisions: done.collisions.with(placed.boxes),
      names: new Set([...done.names, ...namesOf(annotation, context)]),
      charactersPlaced: done.charactersPlaced + characters,
      isComplete: done.isComplete && (placed.isComplete ?? true),
    };
  }, before);
}
