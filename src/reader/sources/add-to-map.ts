import { hasSource, type ShapeFile, shapeCollection } from '../../basemap/drawing/shape-file.ts';
import { type MapLayer, type OwnLayer, sourcesOf } from '../../basemap/layers/layer.ts';
import type { GrowingMap } from '../stages/own-map.ts';
import { idleMoment } from '../stages/start-map.ts';

/** How many files a map has been given of each source. */
const given = new WeakMap<GrowingMap, Map<string, number>>();

const layerAfter = (layer: MapLayer, order: readonly MapLayer[], map: GrowingMap): string | undefined =>
  order.slice(order.indexOf(layer) + 1).find(({ id }) => map.hasLayer(id))?.id;

/** So much path data at once keeps the page for less than a finger feels. */
const CHARACTERS_AT_ONCE = 30_000;

/**
 * Gives MapLibre what has come since, some of it in each idle moment: all at once it would keep the page for longer than a
 * finger waits. A source's layers are added with its first shapes.
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
  let room = 0;
  for (const source of sourcesOf(own)) {
    const having = files.filter((file) => hasSource(file, source));
    if (having.length === (counts.get(source) ?? 0)) continue;
    if (room <= 0) {
      await idleMoment();
      room = CHARACTERS_AT_ONCE;
    }
    room -= having.reduce((sum, { paths }) => sum + (paths[source]?.length ?? 0), 0);
    map.setSource(source, shapeCollection(having, source));
    counts.set(source, having.length);
    const layers = order.filter((layer) => 'source' in layer && layer.source === source && !map.hasLayer(layer.id));
    for (const layer of layers) map.addLayer(layer, layerAfter(layer, order, map));
  }
}
