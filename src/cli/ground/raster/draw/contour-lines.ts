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

/** Parts of a ring that do not run along the picture's edge, where the ring is closed only because the picture ends. */
function withoutEdges(ring: readonly Point[], width: number, height: number): readonly (readonly Point[])[] {
  const isEdge = ([ax, ay]: Point, [bx, by]: Point): boolean =>
    (ax === bx && (ax <= 0 || ax >= width)) || (ay === by && (ay <= 0 || ay >= height));
  return ring.reduce<readonly (readonly Point[])[]>((parts, point, index) => {
    const before = ring[index - 1];
    if (before === undefined || isEdge(before, point)) return [...parts, [point]];
    return [...parts.slice(0, -1), [...(parts.at(-1) ?? []), point]];
  }, []);
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
export function contourSvg({ width, height, bands, alpha }: Pixels, interval: number): string {
  const [heights = new Float32Array()] = bands;
  const levels = levelsFor(heights, alpha, interval);
  const known = Array.from(heights, (value, index) => ((alpha[index] ?? 0) > 0 ? value : Number.NaN));
  const shapes = contours().size([width, height]).thresholds([...levels])(known);
  const paths = shapes.map(({ value, coordinates }) => {
    const kind = Math.round(value / interval) % INDEX === 0 ? 'index' : 'line';
    const d = coordinates.flat().flatMap((ring) => withoutEdges(ring as unknown as Point[], width, height).map(pathOf)).join('');
    return `<path d="${d}" stroke-width="${WIDTHS[kind]}" stroke-opacity="${OPACITIES[kind]}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke="#3a2c18" stroke-linejoin="round">${paths.join('')}</svg>`;
}
