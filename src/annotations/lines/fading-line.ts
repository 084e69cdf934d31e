import type { LinePart } from '../../geo/lines/broken-line.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import type { PathMark } from '../../marks/mark.ts';
import { partsPath } from '../../marks/screen-path.ts';

/** A piece of a line between two shares of its length, at one opacity. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly opacity: number;
}

/** Full strength to `fullUntil`, then (1 − t)^1.3 to nothing at the end. */
function fadingPieces(fullUntil: number, count: number): readonly Piece[] {
  const step = (1 - fullUntil) / count;
  const fading = Array.from({ length: count }, (_, index): Piece => {
    const from = fullUntil + index * step;
    const opacity = (1 - (index + 1) / count) ** 1.3 * 0.5 + (1 - index / count) ** 1.3 * 0.5;
    return { from, to: from + step, opacity: index === count - 1 ? 0.01 : opacity };
  });
  return [{ from: 0, to: fullUntil, opacity: 1 }, ...fading];
}

export interface FadingLineStyle {
  readonly strokeWidth: number;
  /** Share of each line that is drawn. */
  readonly drawn: number;
  /** Share of what is drawn that keeps full strength. */
  readonly fullUntil: number;
  /** Number of pieces the fading part is made of. */
  readonly pieces: number;
}

/** Pieces overlap by this share of the line, or their seams would show as pale ticks. */
const SEAM = 0.0012;

/**
 * Red lines that end in nothing. Lines drawn together share their pieces, so that strands laid over one another stay
 * one sheaf, and few elements.
 * @param cut the parts of them between two shares of their length
 */
export function fadingLine(
  cut: (from: number, to: number) => readonly LinePart[],
  projection: Projection,
  style: FadingLineStyle,
): readonly PathMark[] {
  return fadingPieces(style.fullUntil, style.pieces).map(({ from, to, opacity }, index) => ({
    type: 'path',
    key: String(index),
    d: partsPath(cut(from * style.drawn, Math.min(1, to + SEAM) * style.drawn), projection),
    stroke: 'red',
    strokeWidth: style.strokeWidth,
    opacity,
    ...(index === 0 ? { cap: 'round' } : {}),
  }));
}
