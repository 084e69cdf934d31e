import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { handleLayer, type LayerHandlers, type LineLayer, type MapLayer, sourcesOf, widthAt } from './layers/layer.ts';
import { EDGE_PX, type Emphasis, type LayerPaint, paintOf } from './paint.ts';
import type { MapPalette } from './themes.ts';

type Paint = Readonly<Record<string, string | number>>;

/** Paint properties by layer id: what a stage compares with what it last set. */
export type PaintUpdates = Readonly<Record<string, Paint>>;

/** Narrower ones are those between thousands of small areas. */
const HAIR_PX = 0.5;

/**
 * MapLibre smooths a line over a pixel, whatever its width: one of `w` pixels covers (w / 2 + 1 / 2)² of them. What a
 * hair's strength is multiplied by, so that it pales no more than as wide a line of a canvas.
 */
const hairShare = (px: number): number => (px < HAIR_PX ? px / (px / 2 + 0.5) ** 2 : 1);

/** Paint that depends on the scene, by layer type. */
const CHANGING: LayerHandlers<[LayerPaint, number], Paint> = {
  ground: (_, { color, opacity }) => ({ 'background-color': color, 'background-opacity': opacity }),
  fill: (_, { color, opacity }) => ({ 'fill-color': color, 'fill-opacity': opacity }),
  line: ({ width }, { color, opacity }, zoom) => ({
    'line-color': color,
    'line-opacity': opacity * hairShare(widthAt(width, zoom)),
  }),
  circle: (_, { color, opacity, edge = color }) => ({
    'circle-color': color,
    'circle-opacity': opacity,
    'circle-stroke-color': edge,
    'circle-stroke-opacity': opacity,
  }),
};

/** All paint that depends on the scene. The rest (widths, dashes) never changes once the style is made. */
export function paintUpdates(
  layers: readonly MapLayer[],
  scene: Emphasis,
  palette: MapPalette,
  zoom: number,
): PaintUpdates {
  return Object.fromEntries(
    layers.map((layer) => [layer.id, handleLayer(CHANGING, layer, paintOf(layer, scene, palette, zoom), zoom)]),
  );
}

function lineWidth(width: LineLayer['width']): number | ExpressionSpecification {
  if (typeof width === 'number') return width;
  return ['interpolate', ['linear'], ['zoom'], ...width.flat()] as unknown as ExpressionSpecification;
}

/** MapLibre measures dashes in line widths. */
function linePaint(layer: LineLayer): Record<string, unknown> {
  const { dash, width } = layer;
  const unit = typeof width === 'number' ? width : 1;
  return {
    'line-width': lineWidth(width),
    ...(dash ? { 'line-dasharray': dash.map((length) => length / unit) } : {}),
  };
}

/** Where MapLibre finds a layer's shapes: in a source of its own, or in one that several layers share. */
const placeOf = ({ source, bundle }: { readonly source: string; readonly bundle?: string }) =>
  bundle === undefined
    ? { source }
    : { source: bundle, filter: ['==', ['get', 'source'], source] as FilterSpecification };

/** MapLibre's layer, by layer type, with the paint it begins with. */
const STYLED: LayerHandlers<[Paint], LayerSpecification> = {
  ground: ({ id }, paint) => ({ id, type: 'background', paint }),
  fill: (layer, paint) => ({ id: layer.id, type: 'fill', ...placeOf(layer), paint }),
  circle: (layer, paint) => ({
    id: layer.id,
    type: 'circle',
    ...placeOf(layer),
    paint: { ...paint, 'circle-radius': ['get', 'radius'], 'circle-stroke-width': EDGE_PX },
  }),
  line: (layer, paint) => ({
    id: layer.id,
    type: 'line',
    ...placeOf(layer),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { ...paint, ...linePaint(layer) },
  }),
};

/** A layer as MapLibre takes it, with the paint it begins with. */
export const styledLayer = (layer: MapLayer, paints: PaintUpdates): LayerSpecification =>
  handleLayer(STYLED, layer, paints[layer.id] ?? {});

export const geoJsonSource = (data: GeoJSON.GeoJSON) => ({ type: 'geojson', data, tolerance: 0.2 }) as const;

/**
 * MapLibre's style. It has no symbol layers, hence no glyphs or sprites: every name is a mark of the annotation layer,
 * placed by one set of rules whatever stage lies below it.
 * @param sources what `basemapFeatures` returns
 * @param paints what `paintUpdates` returns
 */
export function mapStyle(
  layers: readonly MapLayer[],
  sources: Readonly<Record<string, GeoJSON.GeoJSON>>,
  paints: PaintUpdates,
): StyleSpecification {
  const used = new Set(sourcesOf(layers));
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(
      Object.entries(sources)
        .filter(([name]) => used.has(name))
        .map(([name, data]): [string, SourceSpecification] => [name, geoJsonSource(data)]),
    ),
    layers: layers.map((layer) => styledLayer(layer, paints)),
  };
}
