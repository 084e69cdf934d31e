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

/** What a feature's figure is: its colour's, or where colours say none, its size's. */
export const figureOf = ({ value, size }: DataFeature): Cell => (value === null && size !== null ? size : value);

interface Writing {
  readonly spec: LayerSpec;
  readonly locale: string;
  readonly write: (value: Cell) => string;
}

function namesOf(names: readonly string[], locale: string): string {
  if (names.length <= NAMED) return formatList(names, locale);
  const named = formatter(Intl.ListFormat, intlTag(locale), { type: 'unit', style: 'short' }).format(
    names.slice(0, NAMED),
  );
  return translate('dataOthers', locale, { names: named, count: formatNumber(names.length - NAMED, locale) });
}

/** Those with one figure, by their names. */
function withFigure(features: readonly DataFeature[], figure: Cell, { locale, write }: Writing): string {
  const names = features.filter((one) => figureOf(one) === figure).map(({ name }) => name);
  return translate('dataValueOf', locale, { name: namesOf(names, locale), value: write(figure) });
}

function ofNumbers(features: readonly DataFeature[], writing: Writing): readonly string[] {
  const { locale, write } = writing;
  const figures = features.map(figureOf).filter((figure) => typeof figure === 'number');
  const [first] = figures;
  if (first === undefined) return [];
  const [least, most] = figures.reduce(([a, b], figure) => [Math.min(a, figure), Math.max(b, figure)], [first, first]);
  return [
    translate('dataRange', locale, { least: write(least), most: write(most) }),
    translate('dataHighest', locale, { names: withFigure(features, most, writing) }),
    translate('dataLowest', locale, { names: withFigure(features, least, writing) }),
  ];
}

function ofCategories(features: readonly DataFeature[], { spec, locale }: Writing): readonly string[] {
  const counts = new Map<string, number>();
  for (const { value } of features) {
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  const said = [...counts].map(([value, count]) =>
    translate('dataValueOf', locale, { name: spec.categoryNames[value] ?? value, value: formatNumber(count, locale) }),
  );
  return said.length === 0 ? [] : [`${formatList(said, locale)}.`];
}

function sentenceOf({ label, features }: DataSlice, writing: Writing): string {
  const { spec, locale } = writing;
  const lacking = features.filter((one) => figureOf(one) === null).map(({ name }) => name);
  const hasFigures = spec.value !== null || spec.size !== null;
  const isCategorical = spec.scale.kind === 'categories' && spec.value !== null;
  const said = isCategorical ? ofCategories(features, writing) : ofNumbers(features, writing);
  const none =
    lacking.length === 0 || !hasFigures ? [] : [translate('dataNoneFor', locale, { names: namesOf(lacking, locale) })];
  const head = label === '' ? `${spec.label}.` : `${spec.label}, ${label}.`;
  return [head, ...said, ...none].join(' ');
}

/** Slices that stand in the table. */
const columnsOf = (slices: readonly DataSlice[]): readonly DataSlice[] =>
  slices.length <= MAX_COLUMNS ? slices : [slices[0], slices.at(-1)].flatMap((slice) => slice ?? []);

/**
 * What a layer shows in a sentence and in a table, both from the features that are painted: the table has a row for each
 * thing and a column for each time.
 */
export function layerWords(spec: LayerSpec, slices: readonly DataSlice[], locale: string): LayerWords {
  const write = (value: Cell): string => {
    if (value === null) return translate('dataNone', locale);
    return spec.categoryNames[String(value)] ?? writeValue(value, spec.unit, locale);
  };
  const writing: Writing = { spec, locale, write };
  const columns = columnsOf(slices);
  const byId = columns.map(({ features }) => new Map(features.map((one) => [one.id, one])));
  const names = new Map(columns.flatMap(({ features }) => features.map(({ id, name }) => [id, name] as const)));
  const sortKeys = [...names].map(([id, name]) => [
    name,
    ...byId.map((of): Cell => {
      const feature = of.get(id);
      return feature === undefined ? null : figureOf(feature);
    }),
  ]);
  const [first, last] = [slices[0], slices.at(-1)];
  const told = [...new Set([first, last])].flatMap((slice) =>
    slice === undefined ? [] : [sentenceOf(slice, writing)],
  );
  return {
    sentence: told.join(' '),
    head: [translate('dataName', locale), ...columns.map(({ label }) => (label === '' ? spec.label : label))],
    rows: sortKeys.map(([name, ...figures]) => [String(name), ...figures.map(write)]),
    sortKeys,
  };
}
