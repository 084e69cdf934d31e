import type { Feature, FeatureCollection } from 'geojson';
import { type ShapeFile, shapeFeature } from '../../basemap/drawing/shape-file.ts';
import { type MapLayer, type OwnLayer, sourcesOf } from '../../basemap/layers/layer.ts';
import { inTasks } from '../loading/idle.ts';
import type { GrowingMap } from '../stages/own-map.ts';
import { idleMoment } from '../stages/start-map.ts';

/** So many layers are added at once: more keep the page for longer than a finger waits. */
const AT_ONCE = 4;

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Nothing calls it off: a map that is gone meanwhile has nobody left who waits. */
const NEVER = new AbortController().signal;

/** The files a map has been given. */
const given = new WeakMap<GrowingMap, Set<ShapeFile>>();

const read = new WeakMap<ShapeFile, Feature[]>();

/** Shapes of a file, read once whatever map is given them, and not in one go. */
async function readShapes(file: ShapeFile): Promise<readonly Feature[]> {
  const found = read.get(file);
  if (found) return found;
  const features: Feature[] = [];
  await inTasks(Object.keys(file.paths), (source) => features.push(shapeFeature(file, source)), NEVER);
  read.set(file, features);
  return features;
}

const layerAfter = (layer: MapLayer, order: readonly MapLayer[], map: GrowingMap): string | undefined =>
  order.slice(order.indexOf(layer) + 1).find(({ id }) => map.hasLayer(id))?.id;

const bundleOf = (layer: OwnLayer): string => layer.bundle ?? ('source' in layer ? layer.source : '');

/** Adds layers before there are shapes: each that came later would have MapLibre lay all of them out anew. */
async function addLayers(map: GrowingMap, bundle: string, layers: readonly MapLayer[], order: readonly MapLayer[]) {
  const missing = layers.filter(({ id }) => !map.hasLayer(id));
  if (missing.length === 0) return;
  map.setSource(bundle, NOTHING);
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    await idleMoment();
    for (const layer of missing.slice(at, at + AT_ONCE)) map.addLayer(layer, layerAfter(layer, order, map));
  }
}

/**
 * Gives MapLibre what has come since, in idle moments.
 * @param order all layers of the map, in drawing order
 */
export async function addToMap(
  map: GrowingMap,
  order: readonly MapLayer[],
  own: readonly OwnLayer[],
  files: readonly ShapeFile[],
): Promise<void> {
  const had = given.get(map) ?? new Set<ShapeFile>();
  given.set(map, had);
  for (const bundle of new Set(own.map(bundleOf))) {
    const layers = own.filter((layer) => bundleOf(layer) === bundle);
    const sources = sourcesOf(layers);
    const having = files.filter(({ paths }) => sources.some((source) => paths[source]));
    if (having.every((file) => had.has(file))) continue;
    await addLayers(map, bundle, layers, order);
    const shapes = (await Promise.all(having.map(readShapes))).flat();
    const features = shapes.filter(({ properties }) => sources.includes(properties?.['source']));
    map.setSource(bundle, { ...NOTHING, features });
  }
  for (const file of files) had.add(file);
}
