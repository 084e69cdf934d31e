import { unwrapLng } from '../antimeridian.ts';
import type { LngLat } from '../lng-lat.ts';
import { distanceKm, type Line } from './along-line.ts';
import { pointBetween } from './segments.ts';

/** Where a segment with one end inside and one outside crosses the circle, to a thousandth of its length. */
function crossingOf(inside: LngLat, outside: LngLat, center: LngLat, radiusKm: number): LngLat {
  let [low, high] = [0, 1];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (distanceKm(pointBetween(inside, outside, middle), center) <= radiusKm) low = middle;
    else high = middle;
  }
  return pointBetween(inside, outside, low);
}

const KM_PER_DEGREE = 111;

/** True where the upright rectangle of a segment comes near the circle: a cheap first question. */
function mayTouch([ax, ay]: LngLat, [bx, by]: LngLat, [lng, cy]: LngLat, radiusKm: number): boolean {
  const cx = unwrapLng(lng, ax);
  const reach = (radiusKm * 1.05) / KM_PER_DEGREE;
  const across = reach / Math.cos((cy * Math.PI) / 180);
  return (
    Math.min(ax, bx) < cx + across &&
    Math.max(ax, bx) > cx - across &&
    Math.min(ay, by) < cy + reach &&
    Math.max(ay, by) > cy - reach
  );
}

/** The segment cut so short that no piece can pass through the circle unseen. */
function cutUp(start: LngLat, end: LngLat, radiusKm: number): Line {
  const count = Math.max(1, Math.ceil((distanceKm(start, end) * 4) / radiusKm));
  return Array.from({ length: count + 1 }, (_, step) => pointBetween(start, end, step / count));
}

/** The stretches of a line that lie no further than a distance from a place. */
export function lineWithin(line: Line, center: LngLat, radiusKm: number): readonly Line[] {
  const isInside = (point: LngLat): boolean => distanceKm(point, center) <= radiusKm;
  const parts: LngLat[][] = [];
  let open: LngLat[] | null = null;
  const step = (from: LngLat, to: LngLat): void => {
    const [was, is] = [isInside(from), isInside(to)];
    if (!was && !is) return;
    if (open === null) {
      open = [was ? from : crossingOf(to, from, center, radiusKm)];
      parts.push(open);
    }
    open.push(is ? to : crossingOf(from, to, center, radiusKm));
    if (!is) open = null;
  };
  line.slice(1).forEach((end, index) => {
    const start = line[index] ?? end;
    if (!mayTouch(start, end, center, radiusKm)) return;
    const points = cutUp(start, end, radiusKm);
    points.slice(1).forEach((point, piece) => {
      step(points[piece] ?? point, point);
    });
  });
  return parts;
}
