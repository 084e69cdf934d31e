import { contours } from 'd3';
import type { Pixels } from '../raster.ts';

type Point = readonly [number, number];

/** More lines than this are no longer told apart. */
const MAX_LINES = 120;
/** Each fifth line is drawn heavier. */
const INDEX = 5;
/** In pixels of a picture that is shown at half its size. */
const WIDTHS = { line: 1.3, index: 2.4 } as const;
const OPACITIES = { line: 0.4, index: 0.55 } as const;

/** Whether a line from one point to the next is the end of what is known rather than a line of equal height. */
type IsEnd = (from: Point, to: Point) => boolean;

function endsOf({ width, height, alpha }: Pixels): IsEnd {
  const isKnown = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (alpha[y * width + x] ?? 0) > 0;
  return ([ax, ay], [bx, by]) => {
    // Points lie between the middles of pixels, of which the first is at a half.
    const [left, top] = [Math.floor((ax + bx) / 2 - 0.5), Math.floor((ay + by) / 2 - 0.5)];
    return ![-1, 0, 1, 2].every((dx) => [-1, 0, 1, 2].every((dy) => isKnown(left + dx, top + dy)));
  };
}

/** Parts of a ring that are lines of equal height: rings are closed along the ends of what is known. */
function withoutEnds(ring: readonly Point[], isEnd: IsEnd): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  let before: Point | undefined;
  for (const point of ring) {
    if (before === undefined || isEnd(before, point)) parts.push([point]);
    else parts.at(-1)?.push(point);
    before = point;
  }
  return parts;
}

const pathOf = (points: readonly Point[]): string =>
  points.length < 2 ? '' : `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

/** Heights at which lines are drawn, the interval widened where there would be too many of them. */
function levelsFor(heights: Float32Array, alpha: Float32Array, interval: number): readonly number[] {
  const [least, most] = heights.reduce(
    ([low, high], value, index) =>
      (alpha[index] ?? 0) > 0 ? [Math.min(low, value), Math.max(high, value)] : [low, high],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (!(least < most)) return [];
  const step = interval * Math.max(1, Math.ceil((most - least) / interval / MAX_LINES));
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.max(0, Math.floor(most / step) - first + 1) }, (_, index) => (first + index) * step);
}

/**
 * Lines of equal height as an SVG of a picture's size, by marching squares (d3-contour).
 * @param interval metres between two lines
 */
export function contourSvg(pixels: Pixels, interval: number): string {
  const { width, height, bands, alpha } = pixels;
  const isEnd = endsOf(pixels);
  const [heights = new Float32Array()] = bands;
  const levels = levelsFor(heights, alpha, interval);
  const known = Array.from(heights, (value, index) => ((alpha[index] ?? 0) > 0 ? value : Number.NaN));
  const shapes = contours()
    .size([width, height])
    .thresholds([...levels])(known);
  const paths = shapes.map(({ value, coordinates }) => {
    const kind = Math.round(value / interval) % INDEX === 0 ? 'index' : 'line';
    const d = coordinates
      .flat()
      .flatMap((ring) => withoutEnds(ring as unknown as Point[], isEnd).map(pathOf))
      .join('');
    return `<path d="${d}" stroke-width="${WIDTHS[kind]}" stroke-opacity="${OPACITIES[kind]}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke="#3a2c18" stroke-linejoin="round">${paths.join('')}</svg>`;
}
