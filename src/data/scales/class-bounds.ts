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

/** Digits of a bound that readers can hold. */
const DIGITS = 3;
/** Ends of a scale move by no more than one of so many parts of it. */
const PARTS = 50;

/**
 * Round numbers of at most three digits just outside of two, as ends of a scale; where the two are near each other, with as
 * many more digits as tell them apart.
 */
export function roundOutward(min: number, max: number): readonly [number, number] {
  const finest = Math.floor(Math.log10((max - min) / PARTS));
  const unitOf = (value: number): number => Math.min(finest, Math.floor(Math.log10(Math.abs(value))) + 1 - DIGITS);
  const rounded = (value: number, way: -1 | 1): number => {
    const power = unitOf(value);
    if (value === 0 || !Number.isFinite(power)) return value;
    // By whole numbers: tenths and hundredths are none that a computer has.
    const [times, parts] = power < 0 ? [1, 10 ** -power] : [10 ** power, 1];
    const at = (steps: number): number => Number(((steps / parts) * times).toPrecision(12));
    const steps = way * Math.ceil(Number(((way * value * parts) / times).toPrecision(12)));
    return [steps, steps + way].map(at).find((end) => way * end >= way * value) ?? value;
  };
  return [rounded(min, -1), rounded(max, 1)];
}

/** Bounds between classes of one width, to as many digits as tell a tenth of it. */
function evenBounds([low, high]: readonly [number, number], classes: number): readonly number[] {
  const width = (high - low) / classes;
  const digits = Math.min(100, Math.max(0, 1 - Math.floor(Math.log10(width))));
  return Array.from({ length: classes - 1 }, (_, index) => Number((low + (index + 1) * width).toFixed(digits)));
}

/** Where classes begin but for the first, as the method finds it among sorted values. */
function thresholds(kind: 'quantile' | 'jenks', sorted: readonly number[], classes: number): readonly number[] {
  const max = sorted.at(-1) ?? 0;
  if (kind === 'quantile') {
    return Array.from({ length: classes - 1 }, (_, index) => quantile(sorted, (index + 1) / classes) ?? max);
  }
  const distinct = new Set(sorted).size;
  return ckmeans([...sorted], Math.min(classes, distinct))
    .slice(1)
    .map((cluster) => cluster[0] ?? max);
}

/** Round numbers at which the same values fall into the same classes. */
function rounded(threshold: number, sorted: readonly number[]): number {
  const below = sorted.findLast((value) => value < threshold);
  const above = sorted.find((value) => value >= threshold);
  return below === undefined || above === undefined ? threshold : roundBetween(below, above);
}

/**
 * Bounds of classes, from round numbers just below the least value to just above the greatest: one more than there are
 * classes. A class holds its lower bound, the last one both. Values that are often repeated may leave fewer classes than were asked for.
 */
export function classBounds(kind: ClassKind, values: readonly number[], classes: number): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return [];
  if (min === max) return [min, max];
  const ends = roundOutward(min, max);
  const inner =
    kind === 'equal'
      ? evenBounds(ends, classes)
      : thresholds(kind, sorted, classes).map((threshold) => rounded(threshold, sorted));
  const [low, high] = ends;
  const distinct = [...new Set(inner)].filter((bound) => bound > low && bound <= max).sort((a, b) => a - b);
  return [low, ...distinct, high];
}
