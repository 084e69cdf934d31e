import { clipRing } from '../../geo/clip-to-box.ts';
import type { LngLat, Projection } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';
import { atRestInPieces } from '../../labels/at-rest.ts';
import type { Draw, MarkContext, PathMark } from '../../marks/mark.ts';
import { groundLines, withStrokes } from '../../marks/projected-group.ts';
import { groundPath, projectLine } from '../../marks/screen-path.ts';
import { allAtOnce, type InPieces } from '../../story/in-pieces.ts';
import type { AreaAnnotation } from '../../story/story.ts';
import { NOTHING } from '../nothing.ts';
import { HATCH_LEVELS, hatchPieces } from './hatch.ts';

const FEATHER_PX = { desktop: 44, tablet: 44, phone: 24, embed: 24 } as const;
const SOFT_OPACITY = 0.5;
const HATCH_WIDTH = 1.5;
/** A hatch is cut for this much more than the screen. */
const BEYOND_PX = 40;

type Rings = readonly (readonly LngLat[])[];

interface HatchLine {
  readonly ends: readonly [LngLat, LngLat];
  readonly level: number;
}

/** The hatch at rest, on the ground: it travels with the map and does not swim over it. */
function* hatchOf(rings: Rings, { restProjection, sizeClass }: MarkContext): InPieces<readonly HatchLine[]> {
  const { width, height } = restProjection;
  const screen = { left: -BEYOND_PX, top: -BEYOND_PX, right: width + BEYOND_PX, bottom: height + BEYOND_PX };
  const onScreen = rings.map((ring) => clipRing(projectLine(ring, restProjection), screen));
  yield;
  const pieces = yield* hatchPieces(onScreen, FEATHER_PX[sizeClass]);
  return pieces.map(({ from, to, level }) => ({
    ends: [unproject(restProjection, from), unproject(restProjection, to)],
    level,
  }));
}

const ringsOf = ({ area }: AreaAnnotation, { atlas }: MarkContext): Rings => (atlas.area(area) ?? []).flat();

export const prepareArea = (annotation: AreaAnnotation, context: MarkContext): InPieces<readonly HatchLine[]> =>
  atRestInPieces(annotation, context, () => hatchOf(ringsOf(annotation, context), context));

function shapesOf(rings: Rings, hatch: readonly HatchLine[], projection: Projection, featherPx: number): PathMark[] {
  const levels = Array.from({ length: HATCH_LEVELS }, (_, index): PathMark => {
    const lines = hatch.filter(({ level }) => level === index + 1).map(({ ends }) => ends);
    return {
      type: 'path',
      key: `hatch:${index}`,
      d: groundPath(lines, projection),
      stroke: 'hatch',
      strokeWidth: HATCH_WIDTH,
      clip: 'home',
      opacity: (index + 1) / HATCH_LEVELS,
    };
  });
  const soft: PathMark = {
    type: 'path',
    key: 'soft',
    d: groundPath(rings, projection, true),
    fill: 'soft',
    fillOpacity: SOFT_OPACITY,
    featherPx,
    clip: 'home',
  };
  return [soft, ...levels];
}

/** Somewhere in here, no closer known: a soft, hatched ground without outline that never leaves the country. */
export const drawArea: Draw<AreaAnnotation> = (annotation, t, context) => {
  const rings = ringsOf(annotation, context);
  if (rings.length === 0 || t <= 0) return NOTHING;
  const hatch = allAtOnce(prepareArea(annotation, context));
  const shapes = groundLines(annotation, annotation.id, [hatch], context, (projection) =>
    shapesOf(rings, hatch, projection, FEATHER_PX[context.sizeClass]),
  );
  return { marks: withStrokes(shapes, ({ opacity = 1 }) => ({ opacity: opacity * t })), boxes: [], names: [] };
};
