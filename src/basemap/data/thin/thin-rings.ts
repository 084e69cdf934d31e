import { polygonArea } from 'd3';
import { boundsOf } from '../../../geo/bounds.ts';
import type { Line } from '../../drawing/shape-file.ts';
import { cellOf, isWithin } from './cells.ts';

/** A rectangle that covers as much as some rings together, in the middle of where they lie; null where that is nothing. */
function together(rings: readonly Line[]): Line | null {
  const area = rings.reduce((sum, ring) => sum + polygonArea(ring as [number, number][]), 0);
  const [left, top, right, bottom] = boundsOf(rings.flat());
  const room = (right - left) * (bottom - top);
  if (area === 0 || room === 0) return null;
  // Rings that lie on one another do not cover more than the box round them.
  const share = Math.sqrt(Math.min(1, Math.abs(area) / room)) / 2;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [across, down] = [(right - left) * share, (bottom - top) * share];
  const ring: Line = [
    [x - across, y - down],
    [x - across, y + down],
    [x + across, y + down],
    [x + across, y - down],
    [x - across, y - down],
  ];
  return Math.sign(polygonArea(ring as [number, number][])) === Math.sign(area) ? ring : ring.toReversed();
}

/**
 * Rings of one colour, of which those smaller than a pixel that lie in the same one are drawn as one: as large as they are
 * together, so that what is covered stays the same; holes count against it. All others stay as they are, in their order.
 * @param rings outer ones one way round, holes the other
 * @param px units of the rings in a pixel
 */
export function thinRings(rings: readonly Line[], px: number): readonly Line[] {
  const crowds = Map.groupBy(
    rings.filter((ring) => isWithin(ring, px)),
    (ring) => cellOf(ring, px),
  );
  const joined = [...crowds.values()].filter(({ length }) => length > 1);
  const gone = new Set(joined.flat());
  return [...rings.filter((ring) => !gone.has(ring)), ...joined.map(together).filter((ring) => ring !== null)];
}
