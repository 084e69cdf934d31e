import { UNSTATED } from '../../../content/files/stated-licence.ts';
import type { ImportedChapter, ImportedStory } from '../dialects/imported-story.ts';
import { htmlToText } from '../text/html-to-mdx.ts';
import { type DataLayerFile, dataLayersOf } from './data-layers.ts';
import { type LegendMatch, matchLegends } from './legend-match.ts';
import { inYaml } from './yaml-text.ts';

export interface DataFiles {
  /** Texts by their paths. */
  readonly files: Readonly<Record<string, string>>;
  readonly layers: readonly DataLayerFile[];
  readonly legends: LegendMatch;
}

const ROUTES = 'routes';

const collection = (source: string, features: readonly object[], isSchematic: boolean): string =>
  `${JSON.stringify({ type: 'FeatureCollection', source, licence: UNSTATED, ...(isSchematic ? { schematic: true } : {}), features })}\n`;

/** Readers see it beside the legend: it names the story, since the old file names nobody else. */
const sourceOf = ({ title, dialect }: ImportedStory): string => htmlToText(title) || dialect;

function routesFile(story: ImportedStory): Readonly<Record<string, string>> {
  const features = Object.entries(story.routes).map(([id, pieces]) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry:
      pieces.length === 1
        ? { type: 'LineString', coordinates: pieces[0] }
        : { type: 'MultiLineString', coordinates: pieces },
  }));
  return features.length === 0 ? {} : { [`data/${ROUTES}.geojson`]: collection(sourceOf(story), features, true) };
}

/** Lines and layers of a story as files of `data/`, with `layers.yaml`. */
export function dataFilesOf(story: ImportedStory): DataFiles {
  const legends = matchLegends(story);
  const layers = dataLayersOf(story, legends, new Set([ROUTES]));
  const entries = Object.fromEntries(layers.map(({ name, entry }) => [name, entry]));
  return {
    files: {
      ...routesFile(story),
      ...Object.fromEntries(
        layers.map(({ name, features }) => [`data/${name}.geojson`, collection(sourceOf(story), features, false)]),
      ),
      ...(layers.length === 0 ? {} : { 'layers.yaml': inYaml(entries) }),
    },
    layers,
    legends,
  };
}

interface Drawn {
  readonly data: readonly object[];
  readonly annotations: readonly object[];
}

/** What a section draws: its part of a line, and the layers it shows. */
export function drawnIn(chapter: ImportedChapter, { layers }: DataFiles): Drawn {
  const annotations = chapter.lines.map(({ line, span, isEarlier }) => ({
    kind: 'route',
    id: isEarlier ? `${line}-so-far` : line,
    route: `data/${ROUTES}#${line}`,
    span: [...span],
    style: isEarlier ? 'earlier' : 'road',
  }));
  const data = layers.flatMap(({ name, layer, hasLegend }) => {
    const opacity = Number((chapter.layers[layer.id] ?? 0).toFixed(2));
    const own = { ...(opacity < 1 ? { opacity } : {}), ...(hasLegend ? {} : { legend: false }) };
    return opacity > 0 ? [{ layer: name, ...own }] : [];
  });
  return { data, annotations };
}
