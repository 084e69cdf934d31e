import type { DataFeature, DataLayer } from '../../story/data/data-layer.ts';
import { groupOf } from '../scales/scale.ts';

/** A step between two neighbours in one class that is more than this share of the whole range parts them for every reader. */
const MAX_STEP = 0.5;
/** Of fewer figures than these none is an outlier. */
const MIN_FIGURES = 8;

interface Figure {
  readonly feature: DataFeature;
  readonly figure: number;
}

/** Two figures of one class, next to each other, that more lies between than between all others together; null where none do. */
export function hiddenStep({ scale, slices }: DataLayer): readonly [next: Figure, far: Figure] | null {
  if (scale?.form !== 'classes') return null;
  const figures = slices
    .flatMap(({ features }) => features)
    .flatMap((feature): Figure[] => (typeof feature.value === 'number' ? [{ feature, figure: feature.value }] : []))
    .toSorted((a, b) => a.figure - b.figure);
  const range = (figures.at(-1)?.figure ?? 0) - (figures[0]?.figure ?? 0);
  if (figures.length < MIN_FIGURES) return null;
  const at = figures.findIndex((one, index) => {
    const before = figures[index - 1];
    if (before === undefined || one.figure - before.figure <= MAX_STEP * range) return false;
    return groupOf(scale, one.figure) === groupOf(scale, before.figure);
  });
  const [next, far] = [figures[at - 1], figures[at]];
  return next === undefined || far === undefined ? null : [next, far];
}
