import { clamp01 } from '../../geo/clamp.ts';
import { mix } from '../easing.ts';

/** Along the first and the last part of its way a divider crosses what the text may cover; between them, what it leaves free. */
const OUTSIDE = 0.1;

/** What a divider goes across. */
export interface Across {
  /** CSS pixels of the stage. */
  readonly width: number;
  /** The part of it that the text leaves free. */
  readonly freeBox: { readonly left: number; readonly right: number };
  readonly dir: 'ltr' | 'rtl';
}

/** The ends of the free part, from the side where reading begins. */
const freeOf = ({ width, freeBox: { left, right }, dir }: Across): readonly [number, number] =>
  dir === 'rtl' ? [width - right, width - left] : [left, right];

/**
 * Where a divider stands, in CSS pixels from the side where reading begins.
 * @param share 0–1 of the first ground that is shown, as the slider counts it
 */
export function dividerAt(share: number, across: Across): number {
  const [from, to] = freeOf(across);
  if (share < OUTSIDE) return mix(0, from, share / OUTSIDE);
  if (share > 1 - OUTSIDE) return mix(to, across.width, (share - 1 + OUTSIDE) / OUTSIDE);
  return mix(from, to, (share - OUTSIDE) / (1 - 2 * OUTSIDE));
}

/** The share that puts a divider somewhere: what `dividerAt` does, undone. */
export function shareAt(x: number, across: Across): number {
  const [from, to] = freeOf(across);
  const part = (start: number, end: number): number => (end > start ? clamp01((x - start) / (end - start)) : 0);
  if (x < from) return OUTSIDE * part(0, from);
  if (x > to) return 1 - OUTSIDE + OUTSIDE * part(to, across.width);
  return OUTSIDE + (1 - 2 * OUTSIDE) * part(from, to);
}
