import type { Geometry } from 'geojson';
import type { SizeScale, SymbolShape } from '../../story/data/data-layer.ts';
import type { Row } from '../../story/table.ts';
import type { ScaleSpec } from '../scales/scale.ts';

/** A shape or a row of `data/` with all that its file says of it. */
export interface DataShape {
  readonly id: string;
  readonly geometry: Geometry;
  readonly cells: Row;
}

/** What a layer's `time` says. */
export interface TimeSpec {
  readonly column: string;
  /** To what dates are cut, so that a slice is a year, a month or a day; null takes them as they are. */
  readonly by: 'year' | 'month' | 'day' | null;
  /** Whether what has come stays in the slices that follow. */
  readonly keep: boolean;
}

/** A data layer as its author defines it, in one language. */
export interface LayerSpec {
  readonly id: string;
  readonly show: 'areas' | 'symbols' | 'points' | 'lines' | 'flows' | 'density' | 'grid';
  /** Column that names things for readers; null for their ids. */
  readonly name: string | null;
  /** What colours say. */
  readonly value: string | null;
  readonly per: { readonly column: string; readonly times: number } | null;
  /** What sizes say: symbols, and the widths of lines. */
  readonly size: string | null;
  /** Width of all lines or radius of all dots, in CSS pixels; null for the usual one, or where sizes say something. */
  readonly plainPx: number | null;
  readonly sizeKind: SizeScale['kind'];
  readonly shape: SymbolShape;
  readonly maxPx: number;
  readonly scale: ScaleSpec;
  readonly time: TimeSpec | null;
  /** Names of categories for readers, by value. */
  readonly categoryNames: Readonly<Record<string, string>>;
  readonly cell: { readonly form: 'hexagons' | 'squares'; readonly kilometres: number };
  readonly label: string;
  readonly sizeLabel: string;
  readonly unit: string;
  readonly source: string;
  /** Whether readers may take its table with them. */
  readonly isOffered?: boolean;
}
