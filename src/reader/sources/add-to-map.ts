import { type ShapeFile, shapeCollection } from '../../basemap/drawing/shape-file.ts';
import { type MapLayer, type OwnLayer, sourcesOf } from '../../basemap/layers/layer.ts';
import type { GrowingMap } from '../stages/own-map.ts';
import { idleMoment } from '../stages/start-map.ts';

/** How many files a map has been given of each source. */
const given = new WeakMap<GrowingMap, Map<string, number>>();

const layerAfter = (layer: MapLayer, order: readonly MapLayer[], map: GrowingMap): string | undefined =>
  order.slice(order.indexOf(layer) + 1).find(({ id }) => map.hasLayer(id))?.id;

/**
 * Gives MapLibre what has come since, each source in an idle moment of its own: all at once they would keep the page for
 * longer than a finger waits. A source's layers are added with its first shapes.
 * @param order all layers of the map, in drawing order
 */
export async function addToMap(
  map: GrowingMap,
  order: readonly MapLayer[],
  own: readonly OwnLayer[],
  files: readonly ShapeFile[],
): Promise<void> {
  const counts = given.get(map) ?? new Map<string, number>();
  given.set(map, counts);
  for (const source of sourcesOf(own)) {
    const having = files.filter(({ paths }) => paths[source]);
    if (having.length === (counts.get(source) ?? 0)) continue;
    await idleMoment();
    map.setSource(source, shapeCollection(having, source));
    counts.set(source, having.length);
    const layers = order.filter((layer) => 'source' in layer && layer.source === source && !map.hasLayer(layer.id));
    for (const layer of layers) map.addLayer(layer, layerAfter(layer, order, map));
  }
}
