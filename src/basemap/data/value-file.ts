import type { DataFeature, DataLayer, DataLayerKind } from '../../story/data/data-layer.ts';
import type { LayerView } from '../../story/data/layer-view.ts';

/** What the shapes of a data layer say one by one, in one language: published beside its `ShapeFile`, whose shapes it names. */
export interface ValueFile {
  /** Names of things that shapes stand for; empty where they have none. */
  readonly names: readonly string[];
  /** What each figure is of; empty where the figure says it itself. */
  readonly labels: readonly string[];
  /** Figures as readers have them, each text once. */
  readonly texts: readonly string[];
  readonly slices: readonly ValueSlice[];
  /** Index of the slice that a view shows, by its key. */
  readonly views: Readonly<Record<string, number>>;
  /** Whose the lines or dots of a source are, in their order: index of the thing, how many are its, and so on. */
  readonly owners: Readonly<Record<string, readonly number[]>>;
}

/** Figures at one time. */
export interface ValueSlice {
  /** In the reader's language; empty for a layer without time. */
  readonly time: string;
  /** Indexes of texts, as many for each thing as there are labels; -1 for a thing that is not there. */
  readonly figures: readonly number[];
}

/** A feature, and how many lines or dots of a source are its. */
export type Owned = readonly [feature: DataFeature, count: number];

/** Kinds whose shapes are made of others' places have no names. */
const NAMELESS: ReadonlySet<DataLayerKind> = new Set(['grid', 'density']);

/** Gives each text an index, the same for the same. */
function createTexts(): { readonly all: string[]; indexOf(text: string): number } {
  const all: string[] = [];
  const indexes = new Map<string, number>();
  return {
    all,
    indexOf(text) {
      const known = indexes.get(text) ?? all.push(text) - 1;
      indexes.set(text, known);
      return known;
    },
  };
}

/** @param sources whose shapes stand for what */
export function valueFile(
  layer: DataLayer,
  views: readonly LayerView[],
  sources: readonly { readonly source: string; readonly owned: readonly Owned[] }[],
): ValueFile {
  const { kind, slices, figures } = layer;
  const names = new Map(slices.flatMap(({ features }) => features.map(({ id, name }) => [id, name] as const)));
  const things = new Map([...names.keys()].map((id, index) => [id, index]));
  const texts = createTexts();
  const used = [...new Set(views.map(({ slice }) => slice))];
  const sliceOf = (slice: number): ValueSlice => {
    const { features = [], label = '' } = slices[slice] ?? {};
    const told = new Map(features.map(({ id }, at) => [id, figures.texts[slice]?.[at] ?? []]));
    const all = [...things.keys()].flatMap((id) =>
      figures.labels.map((_, at) => {
        const text = told.get(id)?.[at];
        return text === undefined ? -1 : texts.indexOf(text);
      }),
    );
    return { time: label, figures: all };
  };
  return {
    names: NAMELESS.has(kind) ? [...names].map(() => '') : [...names.values()],
    labels: figures.labels,
    slices: used.map(sliceOf),
    texts: texts.all,
    views: Object.fromEntries(views.map(({ key, slice }) => [key, used.indexOf(slice)])),
    owners: Object.fromEntries(
      sources.map(({ source, owned }) => [
        source,
        owned.filter(([, count]) => count > 0).flatMap(([{ id }, count]) => [things.get(id) ?? -1, count]),
      ]),
    ),
  };
}
