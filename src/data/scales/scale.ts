import { extent } from 'd3';
import type { GroundColor, Scale } from '../../story/data/data-layer.ts';
import type { Cell } from '../../story/table.ts';
import { type ClassKind, classBounds, roundOutward } from './class-bounds.ts';
import { categoryColors, DEFAULT_RAMPS, ownColors, rampColors } from './ramps.ts';

/** What an author asks for. */
export interface ScaleSpec {
  readonly kind: ClassKind | 'breaks' | 'continuous' | 'diverging' | 'categories';
  readonly classes: number;
  /** Name of a ramp, or colours; null for what suits the kind. */
  readonly colors: string | readonly string[] | null;
  /** Where classes begin, but for the first. */
  readonly breaks: readonly number[];
  /** Of a diverging scale. */
  readonly middle: number;
  /** Values of categories in their order; those that are not listed follow. */
  readonly categories: readonly string[];
}

/** A gradient is painted in so many steps: finer ones nobody tells apart. */
const GRADIENT_STEPS = 16;

const numbersIn = (values: readonly Cell[]): readonly number[] => values.filter((value) => typeof value === 'number');

function colorsFor(colors: ScaleSpec['colors'], count: number, ramp: string): readonly GroundColor[] {
  if (colors === null || typeof colors === 'string') return rampColors(colors ?? ramp, count);
  return ownColors(Array.from({ length: count }, (_, index) => colors[index] ?? colors.at(-1) ?? '#808080'));
}

function categoryScale({ categories, colors }: ScaleSpec, values: readonly Cell[]): Scale {
  const found = [...new Set(values.flatMap((value) => (value === null ? [] : [String(value)])))];
  const all = [...new Set([...categories, ...found.toSorted((a, b) => a.localeCompare(b, 'en'))])];
  const isOwn = colors !== null && typeof colors !== 'string';
  return {
    form: 'categories',
    bounds: [],
    values: all,
    colors: isOwn ? colorsFor(colors, all.length, '') : categoryColors(all.length),
  };
}

/** Widths that are easy to count in, by powers of ten. */
const ROUND_WIDTHS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The least round number that is not below one. */
function roundUp(least: number): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  const found = ROUND_WIDTHS.find((width) => width * unit >= least * (1 - 1e-12)) ?? 10;
  return Number((found * unit).toPrecision(12));
}

/** As many classes on either side of the middle, all of one round width, and every value among them. */
function divergingBounds(values: readonly number[], middle: number, classes: number): readonly number[] {
  const half = Math.max(1, Math.round(classes / 2));
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0) || 1;
  const width = roundUp(reach / half);
  return Array.from({ length: 2 * half + 1 }, (_, index) => Number((middle + (index - half) * width).toPrecision(12)));
}

/** A first class that holds nothing begins at nought, or as far below its end as the next one is wide. */
function breakBounds(values: readonly number[], breaks: readonly number[]): readonly number[] {
  const inner = [...new Set(breaks)].toSorted((a, b) => a - b);
  const [first = 0, second = first + 1] = inner;
  const last = inner.at(-1) ?? first;
  const found = extent(values);
  const [low, high] = found[0] !== undefined && found[0] < found[1] ? roundOutward(...found) : found;
  const below = first > 0 ? 0 : first - (second - first);
  return [low !== undefined && low < first ? low : below, ...inner, Math.max(high ?? last, last)];
}

function boundsFor({ kind, classes, breaks, middle }: ScaleSpec, values: readonly number[]): readonly number[] {
  switch (kind) {
    case 'breaks':
      return breakBounds(values, breaks);
    case 'continuous':
      return classBounds('equal', values, GRADIENT_STEPS);
    case 'diverging':
      return divergingBounds(values, middle, classes);
    case 'categories':
      return [];
    default:
      return classBounds(kind, values, classes);
  }
}

const FORMS = { continuous: 'gradient', diverging: 'diverging', categories: 'categories' } as const;

/** The scale of a layer from all its values, of every slice. */
export function buildScale(spec: ScaleSpec, values: readonly Cell[]): Scale {
  if (spec.kind === 'categories') return categoryScale(spec, values);
  const bounds = boundsFor(spec, numbersIn(values));
  const count = Math.max(0, bounds.length - 1);
  const ramp = spec.kind === 'diverging' ? DEFAULT_RAMPS.diverging : DEFAULT_RAMPS.sequential;
  const form = FORMS[spec.kind as keyof typeof FORMS] ?? 'classes';
  return { form, bounds, values: [], colors: colorsFor(spec.colors, count, ramp) };
}

/** The group a value falls in, or null for none: where there is no value, or one the scale does not know. */
export function groupOf({ form, bounds, values }: Scale, value: Cell): number | null {
  if (value === null) return null;
  if (form === 'categories') {
    const index = values.indexOf(String(value));
    return index < 0 ? null : index;
  }
  const [min, max] = [bounds[0], bounds.at(-1)];
  if (typeof value !== 'number' || min === undefined || max === undefined || value < min || value > max) return null;
  const above = bounds.findIndex((bound) => bound > value);
  return above < 0 ? bounds.length - 2 : above - 1;
}
