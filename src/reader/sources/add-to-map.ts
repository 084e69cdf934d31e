import type { Feature, FeatureCollection } from 'geojson';
import { hasSource, isFarSource, type ShapeFile, shapeFeatures } from '../../basemap/drawing/shape-file.ts';
import { type CircleLayer, type MapLayer, type OwnLayer, sourcesOf } from '../../basemap/layers/layer.ts';
import type { Story } from '../../story/story.ts';
import { inTasks } from '../loading/idle.ts';
import type { GrowingMap, OwnMap, OwnScene } from '../stages/own-map.ts';
import { idleMoment } from '../stages/start-map.ts';
import { createViewsNear, viewsIn } from './views-near.ts';

/** So many layers are added at once: more keep the page for longer than a finger waits. */
const AT_ONCE = 4;

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Nothing calls it off: a map that is gone meanwhile has nobody left who waits. */
const NEVER = new AbortController().signal;

/** Layers that come and go together. */
interface Bundle {
  readonly name: string;
  readonly layers: readonly OwnLayer[];
  readonly sources: readonly string[];
  /** Whether it is a view of data, which a scene shows or not. */
  readonly isView: boolean;
}

/** From how many files a map has been given each bundle, by its name. */
const given = new WeakMap<GrowingMap, Map<string, number>>();

const givenTo = (map: GrowingMap): Map<string, number> => {
  const had = given.get(map) ?? new Map<string, number>();
  given.set(map, had);
  return had;
};

const read = new WeakMap<ShapeFile, readonly Feature[]>();

/** What a file has of a bundle, not read in one go. MapLibre draws every shape. */
async function readShapes(file: ShapeFile, { sources, isView }: Bundle): Promise<readonly Feature[]> {
  const found = read.get(file);
  if (found) return found;
  const features: Feature[] = [];
  const own = sources.filter((source) => hasSource(file, source) && !isFarSource(source));
  await inTasks(own, (source) => features.push(...shapeFeatures(file, source)), NEVER);
  // What others are added to is given once more with each of them; a view is not, and there may be many.
  if (!isView) read.set(file, features);
  return features;
}

const layerAfter = (layer: MapLayer, order: readonly MapLayer[], map: GrowingMap): string | undefined =>
  order.slice(order.indexOf(layer) + 1).find(({ id }) => map.hasLayer(id))?.id;

const bundleOf = (layer: OwnLayer): string => layer.bundle ?? ('source' in layer ? layer.source : '');

const bundlesOf = (own: readonly OwnLayer[]): readonly Bundle[] =>
  [...Map.groupBy(own, bundleOf)].map(([name, layers]) => ({
    name,
    layers,
    sources: sourcesOf(layers),
    isView: layers.every(({ shown }) => shown === name),
  }));

const filesOf = ({ sources }: Bundle, files: readonly ShapeFile[]): readonly ShapeFile[] =>
  files.filter((file) => sources.some((source) => hasSource(file, source)));

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

/** Layers before there are shapes, for each that came later would have MapLibre lay all of them out anew. */
async function addBundle(
  map: GrowingMap,
  order: readonly MapLayer[],
  bundle: Bundle,
  files: readonly ShapeFile[],
): Promise<void> {
  const { name, layers } = bundle;
  const pace = createPace();
  const missing = layers.filter(({ id }) => !map.hasLayer(id));
  if (!missing.every(isStanding)) map.setSource(name, NOTHING);
  for (const layer of missing) {
    await pace();
    const before = layerAfter(layer, order, map);
    map.addLayer(layer, before, await drawnLayer(layer, files, before));
  }
  if (layers.every(isStanding)) return;
  const features = (await Promise.all(files.map((file) => readShapes(file, bundle)))).flat();
  map.setSource(name, { ...NOTHING, features });
}

async function give(
  map: GrowingMap,
  order: readonly MapLayer[],
  bundle: Bundle,
  files: readonly ShapeFile[],
): Promise<void> {
  try {
    await addBundle(map, order, bundle, files);
  } finally {
    // What cannot be given is told, and not tried for ever.
    givenTo(map).set(bundle.name, files.length);
  }
}

function take(map: GrowingMap, { name, layers }: Bundle): void {
  map.removeSource(name, layers);
  givenTo(map).delete(name);
}

/** How much a bundle is, in characters of path data. */
const textOf = ({ sources }: Bundle, files: readonly ShapeFile[]): number =>
  files.flatMap(({ paths }) => sources.map((source) => paths[source]?.length ?? 0)).reduce((sum, one) => sum + one, 0);

/**
 * Gives MapLibre what has come, step by step: what is there in any case, the views of data that are seen, then those that the
 * reader comes to; and takes away those that are far off.
 * @param own all layers that may come, in drawing order
 */
export function createGiving(
  story: Pick<Story, 'sections'>,
  own: readonly OwnLayer[],
): (files: readonly ShapeFile[]) => Pick<OwnMap, 'addTo' | 'isGiven' | 'lacks'> {
  const bundles = bundlesOf(own);
  const byName = new Map(bundles.map((bundle) => [bundle.name, bundle]));
  const always = bundles.filter(({ isView }) => !isView);
  return (files) => {
    const viewsNear = createViewsNear(story, (view) => {
      const bundle = byName.get(view);
      return bundle ? textOf(bundle, files) : 0;
    });
    const views = (names: readonly string[]): readonly Bundle[] => names.flatMap((name) => byName.get(name) ?? []);
    const isDue = (map: GrowingMap, bundle: Bundle): boolean =>
      (givenTo(map).get(bundle.name) ?? 0) < filesOf(bundle, files).length;
    const due = (map: GrowingMap, scene: OwnScene): Bundle | undefined =>
      [...always, ...views(viewsNear(scene).wanted)].find((bundle) => isDue(map, bundle));
    // What is drawn without MapLibre's tiles costs nothing while it is not seen.
    const spare = (map: GrowingMap, scene: OwnScene): Bundle | undefined =>
      views([...givenTo(map).keys()]).find(
        ({ name, isView, layers }) => isView && !layers.some(isStanding) && !viewsNear(scene).kept.has(name),
      );
    return {
      isGiven: (map, scene) => !due(map, scene) && !spare(map, scene),
      lacks: (map, scene) => views(viewsIn(scene)).some((bundle) => isDue(map, bundle)),
      addTo: async (map, order, scene) => {
        const next = due(map, scene);
        const last = next ? undefined : spare(map, scene);
        if (next) await give(map, order, next, filesOf(next, files));
        if (last) take(map, last);
      },
    };
  };
}
