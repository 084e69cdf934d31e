import type { DataFeature, DataSlice, SectionData } from './data-layer.ts';

type Filter = SectionData['filter'];

/** Whether a feature's cells have the values that a section asks for. */
export const isShownBy =
  (filter: Filter) =>
  ({ cells }: Pick<DataFeature, 'cells'>): boolean =>
    Object.entries(filter).every(([column, values]) => values.some((value) => String(value) === String(cells[column])));

/** Slices with the features that a section shows of them; the same ones where it shows all. */
export const filtered = (slices: readonly DataSlice[], filter: Filter): readonly DataSlice[] =>
  Object.keys(filter).length === 0
    ? slices
    : slices.map((slice) => ({ ...slice, features: slice.features.filter(isShownBy(filter)) }));
