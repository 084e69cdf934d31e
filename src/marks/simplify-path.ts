import { simplifyLine } from '../geo/lines/simplify-line.ts';

/** Less than anybody sees on paper. */
const TOLERANCE_PX = 0.15;

/** A stretch of straight lines, as `pathOf` writes it. */
const POLYLINE = /M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+){2,}/g;

/**
 * The same path without the vertices it would hardly miss: curves are drawn in steps of a pixel, for the screen they move
 * on, and a page holds many still ones.
 */
export function simplifyPath(d: string): string {
  return d.replace(POLYLINE, (polyline) => {
    const points = polyline
      .slice(1)
      .split('L')
      .map((point) => point.split(',').map(Number) as [number, number]);
    return `M${simplifyLine(points, TOLERANCE_PX).join('L')}`;
  });
}
