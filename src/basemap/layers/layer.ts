import { type Stop, valueAt } from '../../geo/stops.ts';
import type { OwnToken, PaintToken } from '../themes.ts';

/** Emphasis of a story's section works on these; `wash` and `tint` have strengths of their own. */
export type LayerPart = 'map' | 'roads' | 'rivers' | 'lakes' | 'borders' | 'regions' | 'wash' | 'tint' | 'detail';

interface LayerBase {
  readonly id: string;
  readonly part: LayerPart;
  readonly color: PaintToken | OwnToken;
  /** At full emphasis. */
  readonly opacity: number;
  /** Of the basemap: makes way for finer lines where the scene has them (`Layers.detail`). */
  readonly yields?: true;
  /** Share of the opacity by zoom. */
  readonly fade?: readonly Stop[];
  /** What the scene weighs it by (`Layers.shown`); without, it is always there. */
  readonly shown?: string;
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

/** Dots of the sizes their source says, with a fine edge. */
export interface CircleLayer extends LayerBase {
  readonly type: 'circle';
  readonly source: string;
  /** In place of circles: what stands on its place, upright on the screen. */
  readonly shape?: 'half-circle' | 'spike';
}

/** One line of the cartography: what every stage draws from. */
export type MapLayer = GroundLayer | FillLayer | LineLayer | CircleLayer;

/**
 * Where a story's own layers lie: under the land, which the sea shows round; on the land and under all lines; over the
 * roads.
 */
export type LayerSlot = 'base' | 'land' | 'roads';

/** A layer that a story brings beside the basemap's. */
export type OwnLayer = MapLayer & {
  readonly slot: LayerSlot;
  /** Layers that come together: to MapLibre their sources are one, of this name. */
  readonly bundle?: string;
};

export type LayerType = MapLayer['type'];

/** What a stage does with layers: one handler a type. A type that lacks one does not compile. */
export type LayerHandlers<More extends readonly unknown[], Result> = {
  readonly [T in LayerType]: (layer: Extract<MapLayer, { type: T }>, ...more: More) => Result;
};

/** Gives a layer to the handler of its type. */
export function handleLayer<More extends readonly unknown[], Result>(
  handlers: LayerHandlers<More, Result>,
  layer: MapLayer,
  ...more: More
): Result {
  // The compiler does not see that a layer and the handler of its type belong together.
  const handler = handlers[layer.type] as (layer: MapLayer, ...more: More) => Result;
  return handler(layer, ...more);
}

/** Names of the sources that layers draw, each once, in the layers' order. */
export const sourcesOf = (layers: readonly MapLayer[]): readonly string[] => [
  ...new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source] : []))),
];

export const widthAt = (width: LineLayer['width'], zoom: number): number =>
  typeof width === 'number' ? width : valueAt(width, zoom);
