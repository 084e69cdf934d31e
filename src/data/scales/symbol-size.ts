import type { SizeScale } from '../../story/data/data-layer.ts';

/** Radius in CSS pixels of the largest symbol where the author says none. */
export const DEFAULT_MAX_PX = 24;

/**
 * Radius of a circle in CSS pixels: by `area` its area is proportional to the value, as readers compare circles; nothing
 * below nought is drawn.
 */
export function radiusOf({ kind, most, maxPx }: SizeScale, value: number | null): number {
  if (value === null || !(value > 0) || !(most > 0)) return 0;
  const share = value / most;
  return maxPx * (kind === 'area' ? Math.sqrt(share) : share);
}
