import type { LngLat } from '../lng-lat.ts';
import { distanceKm, type Line, lengthKm, nearestShare, pointAt, sliceLine } from './along-line.ts';

/** A line in pieces, from its start to its end. What lies between two pieces is no part of it and has no length. */
export type BrokenLine = readonly Line[];

/** A line between two shares of its length. */
export interface LinePart {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

export const brokenLengthKm = (pieces: BrokenLine): number => pieces.reduce((sum, piece) => sum + lengthKm(piece), 0);

/** The parts of the pieces that lie between two shares of the whole length, `from` being the smaller. */
export function partsBetween(pieces: BrokenLine, from: number, to: number): readonly LinePart[] {
  const total = brokenLengthKm(pieces);
  let before = 0;
  return pieces.flatMap((line) => {
    const length = lengthKm(line);
    const share = (whole: number): number => (whole * total - before) / length;
    const part = { line, from: Math.max(0, share(from)), to: Math.min(1, share(to)) };
    before += length;
    return part.from < part.to ? [part] : [];
  });
}

/** The part between two shares of the whole length. Turned round where `from` is greater than `to`. */
export function sliceBroken(pieces: BrokenLine, from: number, to: number): BrokenLine {
  if (from > to)
    return sliceBroken(pieces, to, from)
      .map((piece) => piece.toReversed())
      .reverse();
  return partsBetween(pieces, from, to).map((part) => sliceLine(part.line, part.from, part.to));
}

/** The point a share (0–1) of the whole length along the pieces, or null where they have no length. */
export function brokenPointAt(pieces: BrokenLine, share: number): LngLat | null {
  const parts = partsBetween(pieces, 0, share);
  const last = parts.at(-1);
  if (last !== undefined) return pointAt(last.line, last.to);
  return pieces[0]?.[0] ?? null;
}

/** Share of the whole length at which the pieces pass nearest to a point. */
export function brokenNearestShare(pieces: BrokenLine, point: LngLat): number {
  const total = brokenLengthKm(pieces);
  let before = 0;
  const found = pieces.map((piece) => {
    const share = nearestShare(piece, point);
    const km = before + share * lengthKm(piece);
    before += lengthKm(piece);
    return { km, away: distanceKm(pointAt(piece, share), point) };
  });
  const best = found.reduce((least, one) => (one.away < least.away ? one : least), { km: 0, away: Infinity });
  return total === 0 ? 0 : best.km / total;
}
