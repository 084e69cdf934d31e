import type { Box, ScreenPoint } from './lng-lat.ts';

export const boxAround = ([x, y]: ScreenPoint, halfWidth: number, halfHeight = halfWidth): Box => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
});

/** Grown by `px` on all sides; shrunk where negative. */
export const middleOf = ({ left, right, top, bottom }: Box): ScreenPoint => [(left + right) / 2, (top + bottom) / 2];

export const grow = ({ left, right, top, bottom }: Box, px: number): Box => ({
  left: left - px,
  right: right + px,
  top: top - px,
  bottom: bottom + px,
});

/** Boxes that only touch do not intersect. */
export const intersects = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes that share an edge with the outer one lie in it. */
export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

export const containsPoint = (box: Box, [x, y]: ScreenPoint): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** Distance from a point to the nearest point of a box; 0 inside it. */
export function distanceToBox([x, y]: ScreenPoint, box: Box): number {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return Math.hypot(dx, dy);
}
