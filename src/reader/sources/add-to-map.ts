import type { Feature, FeatureCollection } from 'geojson';
import { hasSource, isFarSource, type ShapeFile, shapeFeatures } from '../../basemap/drawing/shape-file.ts';
import { type CircleLayer, type MapLayer, type OwnLayer, sourcesOf } from '../../basemap/layers/layer.ts';
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

const read = new WeakMap<ShapeFile, readonly Feature[]>();

/** Shapes of a file, read once whatever map is given them, and not in one go. */
async function readShapes(file: ShapeFile): Promise<readonly Feature[]> {
  const found = read.get(file);
  if (found) return found;
  const features: Feature[] = [];
  const sources = [...new Set([...Object.keys(file.paths), ...Object.keys(file.circles ?? {})])];
  // MapLibre draws every shape.
  const whole = sources.filter((source) => !isFarSource(source));
  await inTasks(whole, (source) => features.push(...shapeFeatures(file, source)), NEVER);
  read.set(file, features);
  return features;
}

const layerAfter = (layer: MapLayer, order: readonly MapLayer[], map: GrowingMap): string | undefined =>
  order.slice(order.indexOf(layer) + 1).find(({ id }) => map.hasLayer(id))?.id;

const bundleOf = (layer: OwnLayer): string => layer.bundle ?? ('source' in layer ? layer.source : '');

/** Waits for an idle moment before each few layers. */
function createPace(): () => Promise<void> {
  let count = 0;
  return async () => {
    if (count % AT_ONCE === 0) await idleMoment();
    count += 1;
  };
}

type StandingLayer = CircleLayer & { readonly shape: NonNullable<CircleLayer['shape']> };

const isStanding = (layer: MapLayer): layer is StandingLayer => layer.type === 'circle' && layer.shape !== undefined;

/** What draws a layer that MapLibre has no kind for. */
async function drawnLayer(layer: MapLayer, files: readonly ShapeFile[], before: string | undefined) {
  const file = isStanding(layer) ? files.find((one) => hasSource(one, layer.source)) : undefined;
  if (!isStanding(layer) || !file) return undefined;
  const { createStandingLayer } = await import('./standing-layer.ts');
  return createStandingLayer(layer, file, before);
}

/** Adds layers before there are shapes: each that came later would have MapLibre lay all of them out anew. */
async function addLayers(
  map: GrowingMap,
  bundle: string,
  layers: readonly MapLayer[],
  add: (layer: MapLayer) => Promise<void>,
) {
  const missing = layers.filter(({ id }) => !map.hasLayer(id));
  if (!missing.every(isStanding)) map.setSource(bundle, NOTHING);
  for (const layer of missing) await add(layer);
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
  const pace = createPace();
  const add = async (layer: MapLayer): Promise<void> => {
    await pace();
    const before = layerAfter(layer, order, map);
    map.addLayer(layer, before, await drawnLayer(layer, files, before));
  };
  for (const bundle of new Set(own.map(bundleOf))) {
    const layers = own.filter((layer) => bundleOf(layer) === bundle);
    const sources = sourcesOf(layers);
    const having = files.filter((file) => sources.some((source) => hasSource(file, source)));
    if (having.every((file) => had.has(file))) continue;
    await addLayers(map, bundle, layers, add);
    if (layers.every(isStanding)) continue;
    const shapes = (await Promise.all(having.map(readShapes))).flat();
    const features = shapes.filter(({ properties }) => sources.includes(properties?.['source']));
    map.setSource(bundle, { ...NOTHING, features });
  }
  for (const file of files) had.add(file);
}
