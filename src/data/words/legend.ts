import { tickStep } from 'd3';
import { withMinus } from '../../i18n/format-number.ts';
import { formatQuantity } from '../../i18n/format-quantity.ts';
import { translate } from '../../i18n/translate.ts';
import type { DataSlice, Legend, LegendRow, Scale, SizeScale } from '../../story/data/data-layer.ts';
import type { LayerSpec } from '../layers/layer-spec.ts';
import { sizePx } from '../scales/symbol-size.ts';
import { measuresOf } from './layer-words.ts';

type Write = (value: number) => string;

function classRows({ bounds }: Scale, write: (from: number, to: number) => string): readonly LegendRow[] {
  return bounds.slice(0, -1).map((from, group) => ({ text: write(from, bounds[group + 1] ?? from), group }));
}

const categoryRows = ({ values }: Scale, names: LayerSpec['categoryNames']): readonly LegendRow[] =>
  values.map((value, group) => ({ text: names[value] ?? value, group }));

function ticksOf({ form, bounds }: Scale, write: Write): Legend['ticks'] {
  const [min, max] = [bounds[0], bounds.at(-1)];
  if (min === undefined || max === undefined) return [];
  // Classes are as wide as each other in a strip, whatever they hold.
  const count = Math.max(1, bounds.length - 1);
  if (form !== 'gradient') return bounds.map((bound, at) => ({ share: at / count, text: write(bound) }));
  const step = tickStep(min, max, 3);
  const inner = Array.from({ length: 6 }, (_, index) => Math.ceil(min / step + index) * step);
  const between = inner.filter((value) => value - min > step / 2 && max - value > step / 2);
  return [min, ...between, max].map((value) => ({
    share: max > min ? (value - min) / (max - min) : 0,
    text: write(value),
  }));
}

/** Round values of the largest symbol, of one of a third, and of one so small that it is hard to see. */
function sizeRows(size: SizeScale | null, write: Write): Legend['sizes'] {
  if (size === null || !(size.most > 0)) return [];
  const round = (value: number): number => {
    const unit = 10 ** Math.floor(Math.log10(value));
    return Number((Math.floor(value / unit) * unit).toPrecision(12));
  };
  const values = [size.most, size.most / 3, size.most / 12]
    .map(round)
    .filter((value) => value > 0 && value <= size.most);
  return [...new Set(values)].map((value) => ({ px: Number(sizePx(size, value).toFixed(3)), text: write(value) }));
}

const lacksData = (slices: readonly DataSlice[], { show }: LayerSpec): boolean =>
  show === 'areas' && slices.some(({ features }) => features.some(({ value }) => value === null));

/** What a layer's signs mean: its bounds are the scale's, and its figures those that readers have. */
export function buildLegend(
  spec: LayerSpec,
  scale: Scale | null,
  size: SizeScale | null,
  slices: readonly DataSlice[],
  locale: string,
): Legend {
  const write: Write = (value) => withMinus(formatQuantity(value, spec.unit, locale));
  const writeSpan = (from: number, to: number): string =>
    from === to ? write(from) : withMinus(formatQuantity([from, to], spec.unit, locale));
  const none: readonly LegendRow[] =
    scale !== null && lacksData(slices, spec) ? [{ text: translate('dataNone', locale), group: null }] : [];
  const classes =
    scale === null || scale.form === 'gradient'
      ? []
      : scale.form === 'categories'
        ? categoryRows(scale, spec.categoryNames)
        : classRows(scale, writeSpan);
  return {
    form: scale?.form ?? 'plain',
    title: spec.label,
    unit: spec.unit,
    rows: [...classes, ...none],
    ticks: scale === null ? [] : ticksOf(scale, write),
    sizes: sizeRows(size, (value) => formatQuantity(value, measuresOf(spec)[0]?.unit ?? '', locale)),
    shape: spec.shape,
    sizeTitle: spec.sizeLabel,
    source: spec.source,
  };
}
