import { clipPolygon, clipPolyline } from 'lineclip';
import type { Box, ScreenPoint } from './lng-lat.ts';

type Points = [number, number][];

const boundsOf = ({ left, top, right, bottom }: Box): [number, number, number, number] => [left, top, right, bottom];

/** The part of a polygon's ring inside a box (Sutherland–Hodgman); empty where they do not meet. */
export const clipRing = (ring: readonly ScreenPoint[], box: Box): readonly ScreenPoint[] =>
  ring.length === 0 ? [] : clipPolygon(ring as Points, boundsOf(box));

/** The pieces of a line inside a box. */
export const clipLine = (line: readonly ScreenPoint[], box: Box): readonly (readonly ScreenPoint[])[] =>
  line.length === 0 ? [] : clipPolyline(line as Points, boundsOf(box));
