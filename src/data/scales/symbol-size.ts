import type { SizeScale, SymbolShape } from '../../story/data/data-layer.ts';

/** CSS pixels of the largest symbol where the author says none: radii of one area, and the height of a spike. */
export const DEFAULT_MAX_PX: Readonly<Record<SymbolShape, number>> = { circle: 24, 'half-circle': 34, spike: 64 };

/** Radius of dots that say no size, in CSS pixels. */
export const POINT_PX = 3.5;

/** CSS pixels that a spike is wide at its foot, whatever its height: so heights alone are compared. */
export const SPIKE_PX = 8;

/**
 * Radius of a circle or half circle, height of a spike or width of a line in CSS pixels: by `area` an area is proportional to
 * the value, as readers compare circles, else the length is; nothing below nought is drawn.
 */
export function sizePx({ kind, most, maxPx }: SizeScale, value: number | null): number {
  if (value === null || !(value > 0) || !(most > 0)) return 0;
  const share = value / most;
  return maxPx * (kind === 'area' ? Math.sqrt(share) : share);
}

/** Outline of a half circle or a spike that stands on a point, as SVG path data in CSS pixels. */
export function standingPath(
  shape: Exclude<SymbolShape, 'circle'>,
  px: number,
  [x, y]: readonly [number, number],
): string {
  const half = shape === 'spike' ? SPIKE_PX / 2 : px;
  const over = shape === 'spike' ? `l${half} ${-px}l${half} ${px}` : `a${px} ${px} 0 0 1 ${2 * px} 0`;
  return `M${x} ${y}h${-half}${over}z`;
}
