import type { Geometry } from 'geojson';
import type { Cell, Row } from '../table.ts';

/** A colour on light and on dark ground. */
export interface GroundColor {
  readonly light: string;
  readonly dark: string;
}

/** From values to groups that are painted alike. */
export interface Scale {
  readonly form: 'classes' | 'gradient' | 'diverging' | 'categories';
  /** Of numbers: the bounds of the groups, one more than there are groups. Empty for categories. */
  readonly bounds: readonly number[];
  /** Of categories: the value of each group. */
  readonly values: readonly string[];
  /** Of each group. */
  readonly colors: readonly GroundColor[];
}

/** What has a size: circles, and half circles and spikes that stand on their place. */
export type SymbolShape = 'circle' | 'half-circle' | 'spike';

/** From values to radii, heights or widths. */
export interface SizeScale {
  /** `area` makes the area of a circle or half circle proportional to its value, `length` its radius, a spike's height, a line's width. */
  readonly kind: 'area' | 'length';
  readonly shape: SymbolShape;
  /** Value of the largest. */
  readonly most: number;
  readonly maxPx: number;
}

/** Something a data layer shows: a district, a gauge, a way. */
export interface DataFeature {
  readonly id: string;
  readonly name: string;
  readonly geometry: Geometry;
  /** What its colour says. */
  readonly value: Cell;
  /** What its size says. */
  readonly size: number | null;
  /** All that the data say of it, for sections that show some only. */
  readonly cells: Row;
}

/** The state of a data layer at one time. */
export interface DataSlice {
  /** As the data have it: an ISO date, a year or a label; empty for a layer without time. */
  readonly time: string;
  /** The same in the reader's language. */
  readonly label: string;
  readonly features: readonly DataFeature[];
}

export type DataLayerKind = 'areas' | 'symbols' | 'points' | 'lines' | 'flows' | 'density' | 'grid';

/** A row of the legend: a colour, a size or both, and what it stands for. */
export interface LegendRow {
  readonly text: string;
  /** Index of the group whose colour it has; null for no data. */
  readonly group: number | null;
}

/** What a data layer's signs mean, in the reader's language. */
export interface Legend {
  readonly form: Scale['form'] | 'plain';
  readonly title: string;
  /** Empty where figures stand alone. */
  readonly unit: string;
  readonly rows: readonly LegendRow[];
  /** Where figures stand along all its colours in a row: where classes meet, of a gradient at round ones. */
  readonly ticks: readonly { readonly share: number; readonly text: string }[];
  /** Symbols or widths, the largest first. */
  readonly sizes: readonly { readonly px: number; readonly text: string }[];
  readonly shape: SymbolShape;
  readonly sizeTitle: string;
  readonly source: string;
}

/** A data layer in words, in the reader's language. */
export interface LayerWords {
  readonly sentence: string;
  readonly head: readonly string[];
  /** Figures as readers have them. */
  readonly rows: readonly (readonly string[])[];
  /** The same rows as a computer sorts them. */
  readonly sortKeys: readonly (readonly Cell[])[];
}

/** What a layer's features say one by one, in the reader's language. */
export interface LayerFigures {
  /** What each figure of a feature is of; empty where the figure says it itself. */
  readonly labels: readonly string[];
  /** Of each slice, of each of its features in their order, as many texts as there are labels. */
  readonly texts: readonly (readonly (readonly string[])[])[];
}

/** Geometry with values and a scale, defined once in `layers.yaml` and shown by sections. */
export interface DataLayer {
  readonly id: string;
  readonly kind: DataLayerKind;
  readonly scale: Scale | null;
  readonly size: SizeScale | null;
  /** Width of its lines or radius of its dots in CSS pixels where no size says it; null for the usual one. */
  readonly plainPx: number | null;
  readonly slices: readonly DataSlice[];
  readonly legend: Legend;
  readonly words: LayerWords;
  readonly figures: LayerFigures;
  /** All its figures as CSV where readers may take them with them; empty where not. */
  readonly csv: string;
  /** Address of that table as CSV, once it is published. */
  readonly download?: string;
}

/** What a section shows of a data layer. */
export interface SectionData {
  readonly layer: string;
  /** Indexes of the slices it goes through, the first and last included; one for a layer at rest. */
  readonly slices: readonly number[];
  /** What is painted for each of them, by `LayerView.key`. */
  readonly views: readonly string[];
  /** Ids of the features that stand out; empty for none. */
  readonly highlight: readonly string[];
  /** Opacity of all others while some stand out. */
  readonly dim: number;
  /** Values that cells must have, by column. */
  readonly filter: Readonly<Record<string, readonly Cell[]>>;
  readonly opacity: number;
  readonly legend: boolean;
  /** Of what it shows, where that is not the whole layer. */
  readonly words?: LayerWords;
}
