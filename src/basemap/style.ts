import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { LineLayer, MapLayer } from './layers/layer.ts';
import { type Emphasis, type LayerPaint, paintOf } from './paint.ts';
import type { Palette } from './themes.ts';

const KIND = { ground: 'background', fill: 'fill', line: 'line' } as const;

/** Paint properties by layer id: what a stage compares with what it last set. */
export type PaintUpdates = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

const paintProperties = (layer: MapLayer, { color, opacity }: LayerPaint): Record<string, string | number> => ({
  [`${KIND[layer.type]}-color`]: color,
  [`${KIND[layer.type]}-opacity`]: opacity,
});

/** All paint that depends on the scene. The rest (widths, dashes) never changes once the style is made. */
export function paintUpdates(layers: readonly MapLayer[], scene: Emphasis, palette: Palette): PaintUpdates {
  return Object.fromEntries(layers.map((layer) => [layer.id, paintProperties(layer, paintOf(layer, scene, palette))]));
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

function styleLayer(layer: MapLayer, paint: LayerPaint): LayerSpecification {
  const changing = paintProperties(layer, paint);
  if (layer.type === 'ground') return { id: layer.id, type: 'background', paint: changing } as LayerSpecification;
  if (layer.type === 'fill')
    return { id: layer.id, type: 'fill', source: layer.source, paint: changing } as LayerSpecification;
  return {
    id: layer.id,
    type: 'line',
    source: layer.source,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { ...changing, ...linePaint(layer) },
  } as LayerSpecification;
}

/**
 * MapLibre's style. It has no symbol layers, hence no glyphs or sprites: every name is a mark of the annotation layer,
 * placed by one set of rules whatever stage lies below it.
 * @param sources what `basemapFeatures` returns
 */
export function mapStyle(
  layers: readonly MapLayer[],
  sources: Readonly<Record<string, GeoJSON.GeoJSON>>,
  scene: Emphasis,
  palette: Palette,
): StyleSpecification {
  const used = new Set(layers.flatMap((layer) => (layer.type === 'ground' ? [] : [layer.source])));
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: Object.fromEntries(
      Object.entries(sources)
        .filter(([name]) => used.has(name))
        .map(([name, data]): [string, SourceSpecification] => [name, { type: 'geojson', data, tolerance: 0.2 }]),
    ),
    layers: layers.map((layer) => styleLayer(layer, paintOf(layer, scene, palette))),
  };
}
