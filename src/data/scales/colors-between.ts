import { formatHex, interpolate } from 'culori';
import type { GroundColor } from '../../story/data/data-layer.ts';

export interface Anchors {
  /** From few to many: on light ground towards dark, on dark ground towards light. */
  readonly light: readonly string[];
  readonly dark: readonly string[];
}

/** So many colours between the anchors, even steps to the eye (OKLab); of one, that of the upper middle. */
function spread(anchors: readonly string[], count: number): readonly string[] {
  const at = interpolate([...anchors], 'oklab');
  return Array.from({ length: count }, (_, index) => formatHex(at(count === 1 ? 0.6 : index / (count - 1))));
}

/** So many colours between the anchors of a ramp, from the lowest. */
export function colorsBetween({ light, dark }: Anchors, count: number): readonly GroundColor[] {
  const [day, night] = [spread(light, count), spread(dark, count)];
  return day.map((color, index) => ({ light: color, dark: night[index] ?? color }));
}
