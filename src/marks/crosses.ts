import { destination } from '../geo/lines/along-line.ts';
import type { LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import { ramp } from '../story/easing.ts';
import type { PathMark } from './mark.ts';
import { pathOf } from './screen-path.ts';

export const CROSS_SPACING_KM = 2;
/** Crosses are drawn only where a kilometre is at least this long, and are at full strength a little nearer. */
const SMALLEST_KM_PX = 20;
const FULL_KM_PX = 23;
const ARM = 3;
const STRENGTH = 0.75;

const kmPx = (projection: Projection): number => 1000 / projection.metresPerPixel;

export const crossesAreShown = (projection: Projection): boolean => kmPx(projection) >= SMALLEST_KM_PX;

interface Grid {
  readonly origin: LngLat;
  readonly stepLng: number;
  readonly stepLat: number;
}

function gridAt(origin: LngLat): Grid {
  const north = destination(origin, 0, CROSS_SPACING_KM);
  const east = destination(origin, 90, CROSS_SPACING_KM);
  return { origin, stepLng: east[0] - origin[0], stepLat: north[1] - origin[1] };
}

function visiblePoints(grid: Grid, projection: Projection): readonly ScreenPoint[] {
  const { width, height, camera } = projection;
  const isUpright = camera.bearing === 0 && camera.pitch === 0;
  const stepsOver = (lengthPx: number): readonly number[] => {
    const seenPx = isUpright ? lengthPx : Math.hypot(width, height);
    const reach = Math.ceil(seenPx / 2 / (CROSS_SPACING_KM * kmPx(projection))) + 1;
    return Array.from({ length: reach * 2 + 1 }, (_, index) => index - reach);
  };
  const middle = [
    Math.round((camera.center[0] - grid.origin[0]) / grid.stepLng),
    Math.round((camera.center[1] - grid.origin[1]) / grid.stepLat),
  ] as const;
  const columns = stepsOver(width);
  const points = stepsOver(height).flatMap((down) =>
    columns.map((across) =>
      projection.project([
        grid.origin[0] + (middle[0] + across) * grid.stepLng,
        grid.origin[1] + (middle[1] + down) * grid.stepLat,
      ]),
    ),
  );
  return points.filter(([x, y]) => x > -ARM && y > -ARM && x < width + ARM && y < height + ARM);
}

/**
 * A cross every two kilometres, so that an empty map has a measure; all of them in one mark.
 * @param origin one of them stands here, as a rule at the story's focus
 * @returns null where a kilometre is too short on the screen
 */
export function drawCrosses(projection: Projection, origin: LngLat, opacity: number): PathMark | null {
  if (!crossesAreShown(projection) || opacity <= 0) return null;
  const arms = visiblePoints(gridAt(origin), projection).flatMap(([x, y]): ScreenPoint[][] => [
    [
      [x - ARM, y],
      [x + ARM, y],
    ],
    [
      [x, y - ARM],
      [x, y + ARM],
    ],
  ]);
  const strength = STRENGTH * opacity * (0.25 + 0.75 * ramp(kmPx(projection), SMALLEST_KM_PX, FULL_KM_PX));
  return { type: 'path', key: 'crosses', d: pathOf(arms), stroke: 'crosses', strokeWidth: 0.9, opacity: strength };
}
