import { type Stop, valueAt } from '../../geo/stops.ts';
import type { PaintToken } from '../themes.ts';

/** Emphasis of a story's section works on these; `wash` and `tint` have strengths of their own. */
export type LayerPart = 'map' | 'roads' | 'rivers' | 'lakes' | 'borders' | 'regions' | 'wash' | 'tint';

interface LayerBase {
  readonly id: string;
  readonly part: LayerPart;
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
  readonly width: number | readonly Stop[];
  /** CSS px, drawn with round caps. */
  readonly dash?: readonly [dash: number, gap: number];
}

/** One line of the cartography: what MapLibre's style and the SVG are both made from. */
export type MapLayer = GroundLayer | FillLayer | LineLayer;

export const widthAt = (width: LineLayer['width'], zoom: number): number =>
  typeof width === 'number' ? width : valueAt(width, zoom);
