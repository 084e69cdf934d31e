import type { Field } from '../input/field.ts';
import { findNeighbour, type Neighbours } from '../input/neighbours.ts';
import { featuresOf } from '../layers/geojson.ts';
import { paintOfGeoLibre } from '../layers/layer-paint.ts';
import { pointsOfTable } from '../layers/table-points.ts';
import { shapesKept } from '../report/counted.ts';
import type { ImportedLayer, ImportedStory } from './imported-story.ts';
import { fromStorytelling } from './storytelling/storytelling.ts';

function parsedShapes(path: string, text: string) {
  if (/\.(csv|tsv)$/i.test(path)) return pointsOfTable(text);
  try {
    return featuresOf(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Shapes of a layer: in the project, or in a file beside it. */
function shapesOf(layer: Field, neighbours: Neighbours) {
  const inline = [layer.at('geojson'), layer.at('source').at('data'), layer.at('metadata').at('embeddedGeoJSON')];
  const own = inline.find(({ isObject }) => isObject);
  if (own !== undefined) return { field: own, features: featuresOf(own.value) };
  const field = layer.first('sourcePath', 'path', 'url');
  const place = field.has ? field : layer.at('source').first('url', 'data');
  const path = findNeighbour(place.text.replace(/^.*[\\/]/, ''), neighbours);
  return {
    field: place,
    features: path === null ? [] : parsedShapes(path, neighbours.textOf(path) ?? ''),
  };
}

function layerOf(layer: Field, styles: Field, neighbours: Neighbours): readonly ImportedLayer[] {
  const [id, name] = [layer.at('id').text, layer.first('name', 'id').text];
  const { field, features } = shapesOf(layer, neighbours);
  if (features.length === 0) {
    const kind = layer.at('type').text;
    layer.dropped(`its data (${kind || 'of no kind'}) are not in these files`, `the layer ${name}`);
    return [];
  }
  const own = layer.at('style');
  const style = own.has ? own : styles.at(id);
  const paint = paintOfGeoLibre(style.value);
  layer.approximated(
    'its shapes in their colours and widths, lines and dots of one layer each of one size',
    `the layer ${name}`,
  );
  style.approximated('its colours and widths');
  field.kept(shapesKept(features));
  const isHidden = layer.at('visible').value === false;
  const opacity = isHidden ? 0 : (layer.at('opacity').number ?? 1);
  return [{ id, name, features, paint, startOpacity: opacity, from: layer }];
}

function sayProject(project: Field): void {
  for (const name of ['mapView', 'basemapVisible', 'basemapOpacity', 'blankBackgroundColor', 'primaryRenderer']) {
    project.at(name).approximated('each chapter has a view of its own, on this cartography');
  }
  for (const name of [
    'plugins',
    'printLayout',
    'widgets',
    'dashboardColumns',
    'styleLibrary',
    'preferences',
    'processingHistory',
  ]) {
    project.at(name).dropped('it belongs to the program, not to the story');
  }
  for (const name of ['version', 'metadata', 'legend']) project.at(name).approximated('it belongs to the program');
  project.at('name').approximated('the story has a title of its own');
}

/** A story of GeoLibre: alone, or in its project with the layers. */
export function fromGeoLibre(root: Field, neighbours: Neighbours): ImportedStory {
  const storymap = root.at('storymap');
  if (!storymap.isObject) return fromStorytelling(root, 'GeoLibre', [], neighbours);
  sayProject(root);
  const layers = root.at('layers').items.flatMap((layer) => layerOf(layer, root.at('styles'), neighbours));
  const story = fromStorytelling(storymap, 'GeoLibre', layers, neighbours);
  const background = root.at('basemapStyleUrl');
  background.approximated('the story has its own cartography', `the background ${background.text}`);
  return story.title === '' ? { ...story, title: root.at('name').text } : story;
}
