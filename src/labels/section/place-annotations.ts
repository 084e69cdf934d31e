import type { Placed } from '../../annotations/define.ts';
import { mustFit, namesOf, placeAnnotation } from '../../annotations/placing.ts';
import type { AnnotationBase } from '../../story/annotation.ts';
import type { Collisions } from '../collisions.ts';
import type { RestContext } from '../rest-context.ts';

/** Annotations placed one after the other. */
export interface PlacedAnnotations {
  /** Plain data of each by its id; those that found no room have none. */
  readonly placements: Readonly<Record<string, unknown>>;
  readonly collisions: Collisions;
  /** Places and regions they name themselves. */
  readonly names: ReadonlySet<string>;
  readonly charactersPlaced: number;
  /** What was left out for want of room, by annotation id, of those whose words matter. */
  readonly lost: Readonly<Record<string, 'all' | 'part'>>;
}

function lossOf(annotation: AnnotationBase, placed: Placed<unknown> | null): PlacedAnnotations['lost'] {
  if (!mustFit(annotation)) return {};
  if (placed === null) return { [annotation.id]: 'all' };
  return placed.isComplete === false ? { [annotation.id]: 'part' } : {};
}

/** Annotations take their room in this order, each clear of those before it. */
export function placeAnnotations(
  annotations: readonly AnnotationBase[],
  before: PlacedAnnotations,
  context: RestContext,
): PlacedAnnotations {
  const placements = { ...before.placements };
  const lost = { ...before.lost };
  const names = new Set(before.names);
  let { collisions, charactersPlaced } = before;
  for (const annotation of annotations) {
    const placed = placeAnnotation(annotation, context, collisions);
    Object.assign(lost, lossOf(annotation, placed));
    if (placed === null) continue;
    placements[annotation.id] = placed.placement;
    collisions = collisions.with(placed.boxes);
    for (const name of namesOf(annotation, context)) names.add(name);
    charactersPlaced += placed.characters ?? 0;
  }
  return { placements, collisions, names, charactersPlaced, lost };
}
