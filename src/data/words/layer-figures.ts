import { translate } from '../../i18n/translate.ts';
import type { DataFeature, DataSlice, LayerFigures, Legend, Scale } from '../../story/data/data-layer.ts';
import type { LayerSpec } from '../layers/layer-spec.ts';
import { groupOf } from '../scales/scale.ts';
import { measuresOf } from './layer-words.ts';
import { writeValue } from './write-value.ts';

/** A figure of each feature, and what it is of. */
interface Told {
  readonly label: string;
  readonly write: (feature: DataFeature) => string;
}

function tellValue(spec: LayerSpec, scale: Scale | null, legend: Legend, locale: string): Told {
  const isKind = scale?.form === 'categories';
  const write = ({ value }: DataFeature): string => {
    if (value === null || scale === null) return translate('dataNone', locale);
    // A contour is where more lie than its threshold: its class says up to how many.
    const range = spec.show === 'density' && legend.rows.find(({ group }) => group === groupOf(scale, value));
    if (range) return range.text;
    return isKind ? (spec.categoryNames[String(value)] ?? String(value)) : writeValue(value, spec.unit, locale);
  };
  return { label: isKind && spec.size !== null ? '' : spec.label, write };
}

function tellSize(spec: LayerSpec, locale: string): Told {
  const unit = measuresOf(spec)[0]?.unit ?? '';
  return {
    label: spec.sizeLabel || spec.label,
    write: ({ size }) => (size === null ? translate('dataNone', locale) : writeValue(size, unit, locale)),
  };
}

/** What each feature of a layer says by its colour and its size, written as the layer's legend and table are. */
export function layerFigures(
  spec: LayerSpec,
  scale: Scale | null,
  legend: Legend,
  slices: readonly DataSlice[],
  locale: string,
): LayerFigures {
  const told = [
    ...(spec.size === null ? [] : [tellSize(spec, locale)]),
    // Of a column in which nothing is known there is no scale, and each thing still has no data.
    ...(scale === null && spec.value === null ? [] : [tellValue(spec, scale, legend, locale)]),
  ];
  return {
    labels: told.length === 0 ? [spec.label] : told.map(({ label }) => label),
    texts: slices.map(({ features }) =>
      features.map((feature) => (told.length === 0 ? [''] : told.map(({ write }) => write(feature)))),
    ),
  };
}
