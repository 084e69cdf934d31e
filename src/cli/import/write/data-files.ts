import type { Feature } from 'geojson';
import { UNSTATED } from '../../../content/files/stated-licence.ts';
import type { ImportedChapter, ImportedLayer, ImportedStory } from '../dialects/imported-story.ts';
import { slugOf, uniqueSlug } from './slugs.ts';

/** Shapes of a layer that a section draws one by one; more would hide the map. */
const MOST_DRAWN = 40;

export interface DataFiles {
  /** Texts by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of files by the ids of layers. */
  readonly names: ReadonlyMap<string, string>;
}

const ROUTES = 'routes';

const collection = (source: string, features: readonly object[], isSchematic: boolean): string =>
  `${JSON.stringify({ type: 'FeatureCollection', source, licence: UNSTATED, ...(isSchematic ? { schematic: true } : {}), features })}\n`;

function routesFile({ routes, dialect }: ImportedStory): Readonly<Record<string, string>> {
  const features = Object.entries(routes).map(([id, pieces]) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry:
      pieces.length === 1
        ? { type: 'LineString', coordinates: pieces[0] }
        : { type: 'MultiLineString', coordinates: pieces },
  }));
  return features.length === 0
    ? {}
    : { [`data/${ROUTES}.geojson`]: collection(`Imported from ${dialect}`, features, true) };
}

/** Features with ids of their own, by which sections call them. */
const numbered = (features: readonly Feature[]): readonly object[] =>
  features.map((feature, at) => ({ ...feature, id: String(at + 1) }));

/** Lines and layers of a story as files of `data/`. */
export function dataFilesOf(story: ImportedStory): DataFiles {
  const taken = new Set([ROUTES]);
  const named = story.layers.map((layer) => ({ layer, name: uniqueSlug(slugOf(layer.name) || 'layer', taken) }));
  const source = ({ source: file }: ImportedLayer): string =>
    file === '' ? `Imported from ${story.dialect}` : `${file}, imported from ${story.dialect}`;
  return {
    files: {
      ...routesFile(story),
      ...Object.fromEntries(
        named.map(({ layer, name }) => [
          `data/${name}.geojson`,
          collection(source(layer), numbered(layer.features), false),
        ]),
      ),
    },
    names: new Map(named.map(({ layer, name }) => [layer.id, name])),
  };
}

const isArea = ({ geometry }: Feature): boolean => /Polygon$/.test(geometry.type);
const isLine = ({ geometry }: Feature): boolean => /LineString$/.test(geometry.type);

interface Drawn {
  readonly tints: readonly object[];
  readonly annotations: readonly object[];
}

function shapesOf(layer: ImportedLayer, name: string, opacity: number): Drawn {
  const all = layer.features.map((feature, at) => ({
    feature,
    ref: `data/${name}#${at + 1}`,
    id: `${name}-${at + 1}`,
  }));
  const areas = all.filter(({ feature }) => isArea(feature)).slice(0, MOST_DRAWN);
  const lines = all.filter(({ feature }) => isLine(feature)).slice(0, MOST_DRAWN);
  return {
    tints: areas.map(({ ref }) => ({ region: ref, tone: 'subject', opacity: Number(opacity.toFixed(2)) })),
    annotations: lines.map(({ ref, id }) => ({ kind: 'route', id, route: ref, style: 'road' })),
  };
}

/** What a section draws: its part of a line, and the shapes of the layers it shows. */
export function drawnIn(chapter: ImportedChapter, story: ImportedStory, { names }: DataFiles): Drawn {
  const lines = chapter.lines.map(({ line, span, isEarlier }) => ({
    kind: 'route',
    id: isEarlier ? `${line}-so-far` : line,
    route: `data/${ROUTES}#${line}`,
    span: [...span],
    style: isEarlier ? 'earlier' : 'road',
  }));
  const layers = story.layers.flatMap((layer) => {
    const opacity = chapter.layers[layer.id] ?? 0;
    const name = names.get(layer.id);
    return opacity > 0 && name !== undefined ? [shapesOf(layer, name, opacity)] : [];
  });
  return {
    tints: layers.flatMap(({ tints }) => tints),
    annotations: [...lines, ...layers.flatMap(({ annotations }) => annotations)],
  };
}
