import type { Draw, MarkContext, Prepare } from '../marks/mark.ts';
import type { Annotation } from '../story/story.ts';
import { drawArea, prepareArea } from './area/area.ts';
import { drawCallout, prepareCallout } from './callout.ts';
import { drawDots, prepareDots } from './dots/dots.ts';
import { drawFlow } from './lines/flow.ts';
import { drawRoute } from './lines/route.ts';
import { drawStrands } from './lines/strands.ts';
import { drawRegion } from './region.ts';
import { drawRing, prepareRing } from './ring/ring.ts';
import { drawScaleBar } from './scale-bar.ts';
import { drawStruckList, prepareStruckList } from './struck-list.ts';

/** Kinds drawn on the map; the others are charts. */
export type MapAnnotation = Exclude<Annotation, { readonly kind: 'timeline' | 'share' | 'inventory' }>;
export type MapAnnotationKind = MapAnnotation['kind'];

type Registry = { readonly [Kind in MapAnnotationKind]: Draw<Extract<MapAnnotation, { readonly kind: Kind }>> };

const REGISTRY: Registry = {
  callout: drawCallout,
  ring: drawRing,
  region: drawRegion,
  route: drawRoute,
  flow: drawFlow,
  strands: drawStrands,
  area: drawArea,
  dots: drawDots,
  'struck-list': drawStruckList,
  'scale-bar': drawScaleBar,
};

type Prepares = { readonly [Kind in MapAnnotationKind]?: Prepare<Extract<MapAnnotation, { readonly kind: Kind }>> };

/** Kinds whose rest takes longer than a frame has time for. */
const PREPARES: Prepares = {
  callout: prepareCallout,
  ring: prepareRing,
  area: prepareArea,
  dots: prepareDots,
  'struck-list': prepareStruckList,
};

/**
 * The order in which kinds take their room on the screen: what cannot move first, what can stand anywhere last. It is
 * not the order in which they lie over one another, which is the author's.
 */
export const PLACEMENT_ORDER: readonly MapAnnotationKind[] = [
  'area',
  'ring',
  'route',
  'strands',
  'flow',
  'dots',
  'scale-bar',
  'struck-list',
  'callout',
  'region',
];

/** Kinds that stand where they are; the names a section needs make way for these and for nothing else. */
export const FIXED_KINDS: ReadonlySet<string> = new Set<Annotation['kind']>([
  'area',
  'ring',
  'route',
  'strands',
  'flow',
  'dots',
  'timeline',
  'share',
  'inventory',
]);

export const isMapAnnotation = (annotation: Annotation): annotation is MapAnnotation => annotation.kind in REGISTRY;

/** Draws an annotation of any kind that lies on the map. */
export const drawAnnotation: Draw<MapAnnotation> = (annotation, t, context) => {
  const draw = REGISTRY[annotation.kind] as Draw<MapAnnotation>;
  return draw(annotation, t, context);
};

/** Seeks beforehand what drawing the annotation depends on at rest, where that takes long, a piece at each step. */
export function prepareAnnotation(annotation: Annotation, context: MarkContext): void {
  const prepare = isMapAnnotation(annotation)
    ? (PREPARES[annotation.kind] as Prepare<MapAnnotation> | undefined)
    : undefined;
  if (prepare !== undefined) prepare(annotation as MapAnnotation, context);
}
