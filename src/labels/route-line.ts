import { clamp } from '../geo/clamp.ts';
import type { Line } from '../geo/lines/along-line.ts';
import { type BrokenLine, sliceBroken } from '../geo/lines/broken-line.ts';
import { smoothLine } from '../geo/lines/smooth-line.ts';
import type { Atlas } from '../story/atlas.ts';

/** Samples between two vertices of an author's line: so many at most, and fewer where the line itself has many vertices. */
const MAX_SAMPLES = 12;
const ENOUGH_POINTS = 600;

const smoothed = (piece: Line): Line =>
  smoothLine(piece, clamp(Math.round(ENOUGH_POINTS / piece.length), 1, MAX_SAMPLES));

/**
 * The part of a route an annotation speaks of. Roads of the basemap are used as they are, so that they lie on the map's
 * own line; lines drawn for the story are smoothed.
 */
export function routeLine(name: string, span: readonly [number, number], atlas: Atlas): BrokenLine | null {
  const pieces = atlas.route(name);
  if (pieces === null) return null;
  const line = name.startsWith('basemap:') ? pieces : pieces.map(smoothed);
  return sliceBroken(line, span[0], span[1]);
}
