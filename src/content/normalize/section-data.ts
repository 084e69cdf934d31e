import { timeOf } from '../../data/layers/slices.ts';
import { namedSigns } from '../../data/words/named-signs.ts';
import type { DataLayer, Legend, SectionData } from '../../story/data/data-layer.ts';
import { filtered } from '../../story/data/filtered.ts';
import type { Section } from '../../story/story.ts';
import { REST } from '../../story/timeline.ts';
import type { RawSectionData } from '../schema/layers.ts';
import type { ToldLayer } from './normalize-layers.ts';
import type { WithRawData } from './normalize-section.ts';

type Layers = Readonly<Record<string, ToldLayer>>;

/** Indexes of the slices that a section goes through; none where the layer has no such time. */
export function slicesShown(
  { slices }: Pick<DataLayer, 'slices'>,
  { at, from, to }: RawSectionData,
): readonly number[] {
  const indexOf = (time: string): number => slices.findIndex((slice) => slice.time === timeOf(time, null));
  if (at !== undefined) return [indexOf(at)].filter((index) => index >= 0);
  const first = from === undefined ? 0 : indexOf(from);
  const last = to === undefined ? slices.length - 1 : indexOf(to);
  return first < 0 || last < first ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Names what stands out and what is filtered by a number, the same for the same. */
function variantNames(): (raw: RawSectionData) => string {
  const numbers = new Map<string, number>();
  return ({ highlight, dim, filter }) => {
    if (highlight.length === 0 && Object.keys(filter).length === 0) return '';
    const text = JSON.stringify([highlight, highlight.length === 0 ? 0 : dim, filter]);
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return `~${number}`;
  };
}

const SIGNS = {
  areas: 'area',
  density: 'area',
  grid: 'area',
  symbols: 'dot',
  points: 'dot',
  lines: 'line',
  flows: 'line',
} as const satisfies Readonly<Record<DataLayer['kind'], string>>;

/** Rows of the kinds that a section shows, where it does not show all. Classes and ramps are whole: they are a scale. */
function rowsOf({ slices, filter }: SectionData, { legend, scale, slices: all }: DataLayer): Legend['rows'] {
  if (Object.keys(filter).length === 0 || scale?.form !== 'categories') return legend.rows;
  const values = filtered(
    slices.flatMap((slice) => all[slice] ?? []),
    filter,
  ).flatMap(({ features }) => features.map(({ value }) => value));
  const isThere = (group: number | null): boolean =>
    values.some((value) => (group === null ? value === null : String(value) === scale.values[group]));
  return legend.rows.filter(({ group }) => isThere(group));
}

/** What a legend says of a layer's scale where a section shows it. */
export function legendTexts(data: SectionData, own: DataLayer) {
  const { unit: _, ...told } = own.legend;
  return { ...told, rows: rowsOf(data, own), colors: own.scale?.colors.length ?? 1 } as const;
}

/** The legend of what a section shows; it is drawn as time runs in the data. */
function legendOf(data: SectionData, own: DataLayer) {
  const { layer, slices } = data;
  const { kind, slices: all } = own;
  return {
    ...legendTexts(data, own),
    kind: 'legend',
    id: `legend-${layer}`,
    space: 'screen',
    draw: [REST.start, REST.end],
    layer,
    sign: SIGNS[kind],
    times: all.map(({ label }) => label).filter((label) => label !== ''),
    shown: slices,
  } as const;
}

/** Names of the highest of what a section shows. */
function namesOf({ layer, slices, filter }: SectionData, { layer: own, mostNames }: ToldLayer) {
  const shown = filtered(
    slices.flatMap((slice) => own.slices[slice] ?? []),
    filter,
  );
  const names = namedSigns(own, shown, mostNames);
  const made = { kind: 'data-names', id: `names-${layer}`, space: 'map', draw: [REST.start, REST.end] } as const;
  return names.length === 0 ? [] : [{ ...made, names, count: slices.length }];
}

/** Sections with what they show of the story's data layers. */
export function withData<S extends WithRawData & Pick<Section, 'annotations'>>(
  sections: readonly S[],
  layers: Layers,
): readonly (Omit<S, 'rawData'> & Pick<Section, 'data'>)[] {
  const variantOf = variantNames();
  const dataOf = (raw: RawSectionData): readonly SectionData[] => {
    const told = layers[raw.layer];
    if (told === undefined) return [];
    const { layer, wordsOf } = told;
    const slices = slicesShown(layer, raw);
    const { highlight, dim, filter, opacity, legend } = raw;
    const views = slices.map(
      (slice) => `data-${raw.layer}${layer.slices.length > 1 ? `@${slice}` : ''}${variantOf(raw)}`,
    );
    if (slices.length === 0) return [];
    const words = Object.keys(filter).length > 0 ? { words: wordsOf(filtered(layer.slices, filter)) } : {};
    return [{ layer: raw.layer, slices, views, highlight, dim, filter, opacity, legend, ...words }];
  };
  return sections.map(({ rawData, ...section }) => {
    const data = rawData.flatMap(dataOf);
    if (data.length === 0) return section;
    const legends = data.flatMap((shown) => {
      const layer = layers[shown.layer]?.layer;
      return shown.legend && layer !== undefined ? [legendOf(shown, layer)] : [];
    });
    const names = data.flatMap((shown) => {
      const told = layers[shown.layer];
      return told === undefined ? [] : namesOf(shown, told);
    });
    return { ...section, data, annotations: [...legends, ...names, ...section.annotations] };
  });
}
