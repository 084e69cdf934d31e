import { quantile } from 'd3';
import { ckmeans } from 'simple-statistics';

/** How numbers are divided into classes. */
export type ClassKind = 'quantile' | 'jenks' | 'equal';

/** The roundest number above one and not above another, so that it parts the same values as they do. */
export function roundBetween(below: number, above: number): number {
  const span = above - below;
  if (!(span > 0)) return above;
  const digits = Math.ceil(Math.log10(span)) + 1;
  const candidates = Array.from({ length: 18 }, (_, step) => {
    const unit = 10 ** (digits - step);
    const scaled = [5, 2, 1].map(
      (part) => (Math.floor(Number((below / (unit * part)).toPrecision(12))) + 1) * unit * part,
    );
    return scaled.map((value) => Number(value.toPrecision(12)));
  });
  return candidates.flat().find((value) => value > below && value <= above) ?? above;
}

/** Where classes begin but for the first, as the method finds it among sorted values. */
function thresholds(kind: ClassKind, sorted: readonly number[], classes: number): readonly number[] {
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  const inner = Array.from({ length: classes - 1 }, (_, index) => index + 1);
  if (kind === 'equal') return inner.map((index) => min + ((max - min) * index) / classes);
  if (kind === 'quantile') return inner.map((index) => quantile(sorted, index / classes) ?? max);
  const distinct = new Set(sorted).size;
  return ckmeans([...sorted], Math.min(classes, distinct))
    .slice(1)
    .map((cluster) => cluster[0] ?? max);
}

/** Round numbers at which the same values fall into the same classes; for classes of equal width the exact ones. */
function rounded(kind: ClassKind, threshold: number, sorted: readonly number[]): number {
  if (kind === 'equal') return Number(threshold.toPrecision(12));
  const below = sorted.findLast((value) => value < threshold);
  const above = sorted.find((value) => value >= threshold);
  return below === undefined || above === undefined ? threshold : roundBetween(below, above);
}

/**
 * Bounds of classes, from the least value to the greatest: one more than there are classes. A class holds its lower bound,
 * the last one both. Values that are often repeated may leave fewer classes than were asked for.
 */
export function classBounds(kind: ClassKind, values: readonly number[], classes: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return [];
  if (min === max) return [min, max];
  const inner = thresholds(kind, sorted, classes).map((threshold) => rounded(kind, threshold, sorted));
  const distinct = [...new Set(inner)].filter((bound) => bound > min && bound <= max).sort((a, b) => a - b);
  return [min, ...distinct, max];
}
