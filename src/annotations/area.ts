import type { Draw, Mark } from '../story/mark.ts';
import type { AreaAnnotation } from '../story/story.ts';
import { NOTHING } from './nothing.ts';
import { pathOf, projectLine } from './screen-path.ts';

const FEATHER = 30;
const SOFT_OPACITY = 0.8;

/** Somewhere in here, no closer known: a soft, hatched ground without outline that never leaves the country. */
export const drawArea: Draw<AreaAnnotation> = (annotation, t, context) => {
  const polygons = context.atlas.area(annotation.area);
  if (polygons === null || t <= 0) return NOTHING;
  const d = pathOf(
    polygons.flatMap((rings) => rings.map((ring) => projectLine(ring, context.projection))),
    true,
  );
  const ground = { type: 'path', d, featherPx: FEATHER, clip: 'home', opacity: t } as const;
  const marks: readonly Mark[] = [
    { ...ground, key: `${annotation.id}:soft`, fill: 'soft', fillOpacity: SOFT_OPACITY },
    { ...ground, key: `${annotation.id}:hatch`, fill: 'hatch' },
  ];
  return { marks, boxes: [], names: [] };
};
