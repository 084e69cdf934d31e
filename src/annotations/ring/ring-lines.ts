import { pointsAround } from '../../geo/bounds.ts';
import { destination, pointsAt } from '../../geo/lines/along-line.ts';
import { distanceBetween } from '../../geo/lines/segments.ts';
import type { LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import type { TextBlock } from '../../labels/texts/text-block.ts';
import { projectLine } from '../../marks/screen-path.ts';

/** What of a ring its lines depend on. */
interface Measured {
  readonly radiusKm: number;
}

/** Vertices every three degrees: the chords stay within a tenth of a pixel of the circle. */
const PRECISION = 3;
const WEST = 270;
/** Clear of the focus symbol. */
export const CENTRE_GAP = 12;
const LABEL_GAP = 8;

/** All points at a true distance from a place: the geodesic circle, closed. */
export function ringLine(center: LngLat, radiusKm: number): readonly LngLat[] {
  const points = pointsAround(center, radiusKm, 360 / PRECISION);
  return [...points, ...points.slice(0, 1)];
}

function tickStepKm(radiusKm: number): number {
  return [1, 2, 5, 10, 20, 50, 100].find((step) => radiusKm / step <= 10) ?? 200;
}

/** The radius as a line with a tick at each kilometre, from the centre to the ring. */
export function dimension(ring: Measured, center: LngLat, projection: Projection) {
  const edge = destination(center, WEST, ring.radiusKm);
  const [from, to] = [projection.project(center), projection.project(edge)];
  const length = distanceBetween(from, to);
  const along: ScreenPoint = length === 0 ? [-1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const gap = Math.min(CENTRE_GAP, length / 2);
  const start: ScreenPoint = [from[0] + along[0] * gap, from[1] + along[1] * gap];
  const step = tickStepKm(ring.radiusKm);
  const shares = Array.from(
    { length: Math.ceil(ring.radiusKm / step) - 1 },
    (_, index) => ((index + 1) * step) / ring.radiusKm,
  );
  const ticks = projectLine(pointsAt([center, edge], shares), projection);
  return { line: [start, to] as const, ticks, shares, along, length };
}

/** Top left corner of the radius's words: above the dimension line, or above the ring where they are wider than that line. */
export function labelCorner(ring: Measured, center: LngLat, label: TextBlock, projection: Projection): ScreenPoint {
  const { line, length } = dimension(ring, center, projection);
  if (length - CENTRE_GAP >= label.width) {
    const x = (line[0][0] + line[1][0]) / 2;
    return [x - label.width / 2, (line[0][1] + line[1][1]) / 2 - LABEL_GAP - label.height];
  }
  const top = projection.project(destination(center, 0, ring.radiusKm));
  return [top[0] - label.width / 2, top[1] - LABEL_GAP - label.height];
}
