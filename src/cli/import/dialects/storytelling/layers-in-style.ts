import type { Field } from '../../input/field.ts';
import { findNeighbour, type Neighbours } from '../../input/neighbours.ts';
import { featuresOf } from '../../layers/geojson.ts';
import { paintOfStyleLayer } from '../../layers/layer-paint.ts';
import { shapesKept } from '../../report/counted.ts';
import type { ImportedLayer } from '../imported-story.ts';

/** Sources by their ids, whether they stand in a list or in a record. */
function sourcesIn(style: Field): ReadonlyMap<string, Field> {
  const { items, members } = style.at('sources');
  const listed = items.map((source) => [source.first('name', 'id').text, source] as const);
  return new Map([...listed, ...members]);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a source says itself, or the file beside the story that it names. */
function dataOf(source: Field, neighbours: Neighbours) {
  const data = [source.at('data'), source.at('url'), source.at('geojson')].find(({ has }) => has);
  if (data === undefined) return null;
  if (data.isObject) return { features: featuresOf(data.value), data };
  const path = findNeighbour(data.text.replace(/[?#].*$/, ''), neighbours);
  if (path === null) return { features: [], data };
  return { features: featuresOf(parsed(neighbours.textOf(path))), data };
}

function layerOf(layer: Field, sources: ReadonlyMap<string, Field>, neighbours: Neighbours): readonly ImportedLayer[] {
  const id = layer.at('id').text;
  const source = layer.at('source');
  const known = source.isObject ? source : sources.get(source.text);
  const found = known === undefined ? null : dataOf(known, neighbours);
  const paint = paintOfStyleLayer(layer.value);
  if (id === '' || found === null || found.features.length === 0 || paint === null) {
    const isTiles = /vector|raster/.test(known?.at('type').text ?? '');
    layer.dropped(isTiles ? 'its data are tiles of a server' : 'its shapes are not in these files', `the layer ${id}`);
    return [];
  }
  found.data.kept(shapesKept(found.features));
  layer.approximated(
    'its shapes in their colours and widths; what changes with the zoom has its middle, filters are not carried over',
    `the layer ${id}`,
  );
  return [{ id, name: id, features: found.features, paint, startOpacity: paint.opacity, from: layer }];
}

/** Layers of a style, or of `sources.js`, whose shapes stand in it or in files beside it. */
export function layersInStyle(style: Field, neighbours: Neighbours): readonly ImportedLayer[] {
  const sources = sourcesIn(style);
  const layers = style.at('layers').items.flatMap((layer) => layerOf(layer, sources, neighbours));
  for (const source of sources.values()) {
    source.at('type').approximated('told by its shapes');
    source.at('name').kept('the name of its data');
  }
  return layers;
}
