import type { PaintToken } from '../themes.ts';

/** Emphasis of a story's section works on these; `wash` and `tint` have strengths of their own. */
export type LayerTheme = 'map' | 'roads' | 'rivers' | 'lakes' | 'borders' | 'regions' | 'wash' | 'tint';

/** Width in CSS px at a zoom; between stops it runs linearly, outside them it stays. */
export type WidthStop = readonly [zoom: number, widthPx: number];

interface LayerBase {
  readonly id: string;
  readonly theme: LayerTheme;
  readonly color: PaintToken;
  /** At full emphasis. */
  readonly opacity: number;
}

/** Covers the whole map, inside and outside the basemap. */
export interface GroundLayer extends LayerBase {
  readonly type: 'ground';
}

export interface FillLayer extends LayerBase {
  readonly type: 'fill';
  readonly source: string;
  /** Id of the region a tint fills. */
  readonly region?: string;
}

export interface LineLayer extends LayerBase {
  readonly type: 'line';
  readonly source: string;
  readonly width: number | readonly WidthStop[];
  /** CSS px, drawn with round caps. */
  readonly dash?: readonly [dash: number, gap: number];
}

/** One line of the cartography: what MapLibre's style and the SVG are both made from. */
export type MapLayer = GroundLayer | FillLayer | LineLayer;

export function widthAt(width: LineLayer['width'], zoom: number): number {
  if (typeof width === 'number') return width;
  const above = width.findIndex(([stop]) => stop >= zoom);
  const upper = width[above];
  const lower = width[above - 1];
  if (!upper) return width.at(-1)?.[1] ?? 0;
  if (!lower) return upper[1];
  return lower[1] + ((upper[1] - lower[1]) * (zoom - lower[0])) / (upper[0] - lower[0]);
}
