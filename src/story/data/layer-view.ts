import type { Layers, Section } from '../story.ts';
import type { SectionData } from './data-layer.ts';

/** A slice of a data layer with what stands out in it: what is painted together. Equal ones are the same in all sections. */
export interface LayerView {
  /** Unique in the story; what the scene weighs it by (`Layers.shown`). */
  readonly key: string;
  readonly layer: string;
  /** Index of the slice. */
  readonly slice: number;
  readonly highlight: SectionData['highlight'];
  readonly dim: number;
  readonly filter: SectionData['filter'];
}

/** Index of the view that is shown at `t` (0–1) of the way through some: each for as long as the others. */
export const viewAt = (count: number, t: number): number => Math.min(count - 1, Math.max(0, Math.floor(t * count)));

/** All views of a story's sections, each once, with the indexes of the sections that show it. */
export function dataViews(
  sections: readonly Section[],
): readonly (LayerView & { readonly sections: readonly number[] })[] {
  const all = sections.flatMap(({ index, data = [] }) =>
    data.flatMap(({ layer, slices, views, highlight, dim, filter }) =>
      views.map((key, at) => ({ key, layer, slice: slices[at] ?? 0, highlight, dim, filter, section: index })),
    ),
  );
  const byKey = Map.groupBy(all, ({ key }) => key);
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { section: _, ...view } = first;
    return [{ ...view, sections: [...new Set(same.map(({ section }) => section))] }];
  });
}

/** Keys of the views that some section shows fainter than whole, so that what lies below is seen through them. */
export const seeThroughViews = ({ sections }: { readonly sections: readonly Section[] }): ReadonlySet<string> =>
  new Set(sections.flatMap(({ data = [] }) => data.flatMap(({ opacity, views }) => (opacity < 1 ? views : []))));

const made = new WeakMap<Section, Map<string, Layers>>();

/**
 * The layers of a section with those of its data that are shown at `t` (0–1) of its rest. The same object for the same
 * slices, for stages keep pictures by it.
 */
export function layersAt(section: Section, t: number): Layers {
  const { data, layers } = section;
  if (data === undefined) return layers;
  const shown = data.map(({ views, opacity }) => [views[viewAt(views.length, t)] ?? '', opacity] as const);
  const name = shown.map(([key]) => key).join(' ');
  const known = made.get(section) ?? new Map<string, Layers>();
  made.set(section, known);
  const found = known.get(name) ?? { ...layers, shown: { ...layers.shown, ...Object.fromEntries(shown) } };
  known.set(name, found);
  return found;
}
