import { z } from 'astro/zod';
import { clipRing } from '../../geo/clip-to-box.ts';
import type { LngLat, Projection } from '../../geo/lng-lat.ts';
import { unproject } from '../../geo/mercator.ts';
import { polygonsContain } from '../../geo/point-in-polygons.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { PathMark } from '../../marks/mark.ts';
import { projectedGroup, withStrokes } from '../../marks/projected-group.ts';
import { projectedPath, projectLine } from '../../marks/screen-path.ts';
import { defineAnnotation } from '../define.ts';
import { ref } from '../fields.ts';
import { HATCH_LEVELS, hatchPieces } from './hatch.ts';

const schema = z.strictObject({ area: ref.area() });

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

/** The hatch at rest, in degrees: it moves with the map. */
function hatchOf(rings: Rings, { projection, sizeClass }: RestContext): readonly HatchLine[] {
  const { width, height } = projection;
  const screen = { left: -BEYOND_PX, top: -BEYOND_PX, right: width + BEYOND_PX, bottom: height + BEYOND_PX };
  const onScreen = rings.map((ring) => clipRing(projectLine(ring, projection), screen));
  const pieces = hatchPieces(onScreen, FEATHER_PX[sizeClass]);
  return pieces.map(({ from, to, level }) => ({
    ends: [unproject(projection, from), unproject(projection, to)],
    level,
  }));
}

function shapesOf(rings: Rings, hatch: readonly HatchLine[], projection: Projection, featherPx: number): PathMark[] {
  const levels = Array.from({ length: HATCH_LEVELS }, (_, index): PathMark => {
    const lines = hatch.filter(({ level }) => level === index + 1).map(({ ends }) => ends);
    return {
      type: 'path',
      key: `hatch:${index}`,
      d: projectedPath(lines, projection),
      stroke: 'hatch',
      strokeWidth: HATCH_WIDTH,
      clip: 'home',
      opacity: (index + 1) / HATCH_LEVELS,
    };
  });
  const soft: PathMark = {
    type: 'path',
    key: 'soft',
    d: projectedPath(rings, projection, true),
    fill: 'soft',
    fillOpacity: SOFT_OPACITY,
    featherPx,
    clip: 'home',
  };
  return [soft, ...levels];
}

export const area = defineAnnotation({
  kind: 'area',
  summary: 'a soft, hatched ground without outline that never leaves the country: somewhere in here, no closer known',
  schema,
  order: 20,
  isFixed: true,
  space: 'map',
  place({ area: name }, rest) {
    const rings = (rest.atlas.area(name) ?? []).flat();
    return rings.length === 0 ? null : { placement: { rings, hatch: hatchOf(rings, rest) }, boxes: [] };
  },
  draw({ id }, placement, t, view) {
    const shapes = projectedGroup(placement, id, [], view, (projection) =>
      shapesOf(placement.rings, placement.hatch, projection, FEATHER_PX[view.sizeClass]),
    );
    return withStrokes(shapes, ({ opacity = 1 }) => ({ opacity: opacity * t }));
  },
  background({ area: name }, { atlas }) {
    const polygons = atlas.area(name);
    return polygons && { tone: 'soft', contains: (point) => polygonsContain(polygons, point) };
  },
  example: `\
kind: area
area: data/way#somewhere`,
});
