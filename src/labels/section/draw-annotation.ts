import { drawAnnotation, isMapAnnotation, PLACEMENT_ORDER, prepareAnnotation } from '../../annotations/registry.ts';
import { CHARTS, prepareChart } from '../../charts/registry.ts';
import type { Draw, Prepare } from '../../marks/mark.ts';
import type { Annotation } from '../../story/story.ts';

/** Draws an annotation of any kind, on the map or as a chart over it. */
export const drawAny: Draw<Annotation> = (annotation, t, context) => {
  if (isMapAnnotation(annotation)) return drawAnnotation(annotation, t, context);
  const draw = CHARTS[annotation.kind] as Draw<Annotation>;
  return draw(annotation, t, context);
};

/** Seeks beforehand what drawing the annotation depends on at rest, where that takes long, a piece at each step. */
export const prepareAny: Prepare<Annotation> = (annotation, context) =>
  isMapAnnotation(annotation) ? prepareAnnotation(annotation, context) : prepareChart(annotation, context);

const placementRank = (annotation: Annotation): number =>
  isMapAnnotation(annotation) ? PLACEMENT_ORDER.indexOf(annotation.kind) : -1;

/** The order in which annotations take their room: charts, then what cannot move, last what can stand anywhere. */
export const inPlacementOrder = (annotations: readonly Annotation[]): readonly Annotation[] =>
  annotations.toSorted((a, b) => placementRank(a) - placementRank(b));
