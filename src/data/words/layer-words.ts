import { formatList } from '../../i18n/format.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { formatter } from '../../i18n/formatter.ts';
import { intlTag } from '../../i18n/locales.ts';
import { translate } from '../../i18n/translate.ts';
import type { DataFeature, DataSlice, LayerWords } from '../../story/data/data-layer.ts';
import type { Cell } from '../../story/table.ts';
import type { LayerSpec } from '../layers/layer-spec.ts';
import { writeValue } from './write-value.ts';

/** Names in a sentence; more are counted. */
const NAMED = 3;
/** Slices that a table has a column for each; of more, the first and the last. */
const MAX_COLUMNS = 6;

/** Something that a layer tells of each of its features. */
export interface Measure {
  readonly label: string;
  readonly of: (feature: DataFeature) => Cell;
  readonly unit: string;
  /** Whether it is a name of a kind, not a figure. */
  readonly isKind: boolean;
}

/** What sizes tell, then what colours tell, where a layer has both; else the one. */
export function measuresOf({ show, value, size, scale, label, sizeLabel, unit }: LayerSpec): readonly Measure[] {
  const isKind = scale.kind === 'categories' && value !== null;
  const isSized = size !== null && show !== 'grid' && show !== 'density';
  // A layer has one unit: that of its colours, unless they are of kinds.
  const ofSize = { label: sizeLabel || label, of: (one: DataFeature) => one.size, isKind: false };
  const ofColor = { label, of: (one: DataFeature) => one.value, unit: isKind ? '' : unit, isKind };
  if (!isSized) return [ofColor];
  if (value === null) return [{ ...ofSize, label, unit }];
  return [{ ...ofSize, unit: isKind ? unit : '' }, ofColor];
}

interface Writing {
  readonly spec: LayerSpec;
  readonly locale: string;
  readonly measure: Measure;
  readonly write: (value: Cell) => string;
}

function writingOf(measure: Measure, spec: LayerSpec, locale: string): Writing {
  const write = (value: Cell): string => {
    if (value === null) return translate('dataNone', locale);
    return (measure.isKind ? spec.categoryNames[String(value)] : undefined) ?? writeValue(value, measure.unit, locale);
  };
  return { spec, locale, measure, write };
}

function namesOf(names: readonly string[], locale: string): string {
  if (names.length <= NAMED) return formatList(names, locale);
  const named = formatter(Intl.ListFormat, intlTag(locale), { type: 'unit', style: 'short' }).format(
    names.slice(0, NAMED),
  );
  return translate('dataOthers', locale, { names: named, count: formatNumber(names.length - NAMED, locale) });
}

/** Those with one figure, by their names. */
function withFigure(features: readonly DataFeature[], figure: Cell, { locale, measure, write }: Writing): string {
  const names = features.filter((one) => measure.of(one) === figure).map(({ name }) => name);
  return translate('dataValueOf', locale, { name: namesOf(names, locale), value: write(figure) });
}

function ofNumbers(features: readonly DataFeature[], writing: Writing): readonly string[] {
  const { locale, measure, write } = writing;
  const figures = features.map(measure.of).filter((figure) => typeof figure === 'number');
  const [first] = figures;
  if (first === undefined) return [];
  const [least, most] = figures.reduce(([a, b], figure) => [Math.min(a, figure), Math.max(b, figure)], [first, first]);
  return [
    translate('dataRange', locale, { least: write(least), most: write(most) }),
    translate('dataHighest', locale, { names: withFigure(features, most, writing) }),
    translate('dataLowest', locale, { names: withFigure(features, least, writing) }),
  ];
}

function ofCategories(features: readonly DataFeature[], { locale, measure, write }: Writing): readonly string[] {
  const known = features.map(measure.of).filter((value) => value !== null);
  const said = [...Map.groupBy(known, String)].map(([value, { length }]) =>
    translate('dataValueOf', locale, { name: write(value), value: formatNumber(length, locale) }),
  );
  return said.length === 0 ? [] : [`${formatList(said, locale)}.`];
}

function sentenceOf({ label, features }: DataSlice, writings: readonly Writing[]): string {
  const [first] = writings;
  if (first === undefined) return '';
  const { spec, locale } = first;
  const hasFigures = spec.value !== null || spec.size !== null;
  const lacking = features.filter((one) => writings.every(({ measure }) => measure.of(one) === null));
  const names = namesOf(
    lacking.map(({ name }) => name),
    locale,
  );
  const said = writings.flatMap((writing) => {
    const own = writing.measure.isKind ? ofCategories(features, writing) : ofNumbers(features, writing);
    const isNamed = own.length > 0 && writing.measure.label !== spec.label;
    return isNamed ? [`${writing.measure.label}.`, ...own] : own;
  });
  const none = lacking.length === 0 || !hasFigures ? [] : [translate('dataNoneFor', locale, { names })];
  const head = label === '' ? `${spec.label}.` : `${spec.label}, ${label}.`;
  return [head, ...said, ...none].join(' ');
}

/** Slices that stand in the table. */
const columnsOf = (slices: readonly DataSlice[]): readonly DataSlice[] =>
  slices.length <= MAX_COLUMNS ? slices : [slices[0], slices.at(-1)].flatMap((slice) => slice ?? []);

/**
 * What a layer shows in a sentence and in a table, both from the features that are painted: the table has a row for each
 * thing, and for each time a column of each of its measures.
 */
export function layerWords(spec: LayerSpec, slices: readonly DataSlice[], locale: string): LayerWords {
  const writings = measuresOf(spec).map((measure) => writingOf(measure, spec, locale));
  const shown = columnsOf(slices);
  const columns = shown.flatMap(({ label, features }) => {
    const byId = new Map(features.map((one) => [one.id, one]));
    return writings.map(({ measure, write }) => ({
      head: label === '' ? measure.label : writings.length > 1 ? `${measure.label}, ${label}` : label,
      write,
      cellOf: (id: string): Cell => {
        const feature = byId.get(id);
        return feature === undefined ? null : measure.of(feature);
      },
    }));
  });
  const names = new Map(shown.flatMap(({ features }) => features.map(({ id, name }) => [id, name] as const)));
  const sortKeys = [...names].map(([id, name]): readonly Cell[] => [name, ...columns.map(({ cellOf }) => cellOf(id))]);
  const told = [...new Set([slices[0], slices.at(-1)])].flatMap((slice) =>
    slice === undefined ? [] : [sentenceOf(slice, writings)],
  );
  return {
    sentence: told.join(' '),
    head: [translate('dataName', locale), ...columns.map(({ head }) => head)],
    rows: sortKeys.map(([name, ...cells]) => [
      String(name),
      ...cells.map((cell, at) => columns[at]?.write(cell) ?? ''),
    ]),
    sortKeys,
  };
}
