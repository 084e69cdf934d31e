import type { Feature, Geometry } from 'geojson';
import { boundsOf } from '../../../../geo/bounds.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { pointOf } from '../../input/values.ts';
import { DEFAULT_COLOR } from '../../layers/layer-paint.ts';
import { sayHeading } from '../../report/say-names.ts';
import {
  BLANK_CHAPTER,
  BLANK_STORY,
  type ImportedChapter,
  type ImportedFrame,
  type ImportedLayer,
  type ImportedStory,
} from '../imported-story.ts';
import { nameOnMap } from '../storytelling/chapter.ts';
import { textBlock } from '../storytelling/chapter-text.ts';
import { lookAt } from './look-at.ts';

const pointsOf = (text: string): readonly LngLat[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((triple) => {
      const [x, y] = triple.split(',');
      const point = pointOf(x, y);
      return point === null ? [] : [point];
    });

/** Every one of a name below a field, in the order of the file. */
function allOf(field: Field, name: string, depth = 0): readonly Field[] {
  if (depth > 40) return [];
  const inner = field.isObject ? field.members.map(([, member]) => member) : field.items;
  return inner.flatMap((one) =>
    one.path.includes(name) && one.path.at(-1) === name
      ? Array.isArray(one.value)
        ? one.items
        : [one]
      : allOf(one, name, depth + 1),
  );
}

function ringsOf(polygon: Field): readonly (readonly LngLat[])[] {
  return [
    ...allOf(polygon.at('outerBoundaryIs'), 'coordinates'),
    ...allOf(polygon.at('innerBoundaryIs'), 'coordinates'),
  ].map((ring) => pointsOf(ring.text));
}

function geometriesOf(placemark: Field): readonly Geometry[] {
  const points = allOf(placemark, 'Point').flatMap((one) =>
    pointsOf(one.at('coordinates').text).map((point) => ({ type: 'Point', coordinates: [...point] }) as Geometry),
  );
  const lines = allOf(placemark, 'LineString').map(
    (one) =>
      ({
        type: 'LineString',
        coordinates: pointsOf(one.at('coordinates').text).map((point) => [...point]),
      }) as Geometry,
  );
  const areas = allOf(placemark, 'Polygon').map(
    (one) =>
      ({ type: 'Polygon', coordinates: ringsOf(one).map((ring) => ring.map((point) => [...point])) }) as Geometry,
  );
  return [
    ...points,
    ...lines.filter((line) => 'coordinates' in line && line.coordinates.length > 1),
    ...areas.filter((area) => 'coordinates' in area && area.coordinates.length > 0),
  ];
}

const flat = (value: unknown): readonly LngLat[] =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? [value as unknown as LngLat] : value.flatMap(flat)) : [];

export function frameOfShapes(shapes: readonly Geometry[]): ImportedFrame | null {
  const points = shapes.flatMap((shape) => ('coordinates' in shape ? flat(shape.coordinates) : []));
  const [only] = points;
  if (only === undefined) return null;
  const [west, south, east, north] = boundsOf(points);
  if (east - west < 1e-6 && north - south < 1e-6) return { kind: 'view', center: only, zoom: 12, pitch: 0, bearing: 0 };
  const room = Math.max(east - west, north - south) * 0.1;
  return { kind: 'bounds', bounds: [west - room, south - room, east + room, north + room] };
}

function chapterOf(placemark: Field, index: number, layerId: string | null): ImportedChapter {
  const part = `placemark ${index + 1}`;
  placemark.within(part);
  const [name, description] = [placemark.at('name'), placemark.at('description')];
  sayHeading(name);
  const text = description.isObject ? description.at('#') : description;
  const shapes = geometriesOf(placemark);
  for (const kind of ['Point', 'LineString', 'Polygon', 'MultiGeometry'])
    placemark.at(kind).kept('a place or a shape of the story');
  for (const style of [
    'styleUrl',
    'Style',
    'StyleMap',
    'visibility',
    'open',
    'Snippet',
    'snippet',
    'gx:balloonVisibility',
    '@id',
  ])
    placemark.at(style).approximated('places and lines have the signs of this map');
  const own = lookAt(placemark);
  if (own === null && shapes.length > 0)
    placemark.remark('approximated', 'the view', 'it has none; it shows its place or shape');
  const [point] = shapes.flatMap((shape) => (shape.type === 'Point' ? [shape.coordinates as unknown as LngLat] : []));
  const words = nameOnMap(name.text);
  return {
    ...BLANK_CHAPTER,
    name: name.text || String(index + 1),
    title: name.text,
    blocks: [...textBlock(text, text.text), ...extended(placemark)],
    frame: own ?? frameOfShapes(shapes),
    places:
      point === undefined || words === null
        ? []
        : [{ name: words, lngLat: point, source: 'The placemark it was imported from' }],
    layers: layerId === null ? {} : { [layerId]: 1 },
    part,
  };
}

/** Tables of values of a placemark, as a list. */
function extended(placemark: Field) {
  const data = allOf(placemark.at('ExtendedData'), 'Data');
  return data.flatMap((one) => {
    const [label, value] = [one.first('displayName', '@name'), one.at('value')];
    label.kept('in the text');
    one.at('@name').kept('in the text');
    return value.has ? textBlock(value, `<p>${label.text}: ${value.text}</p>`) : [];
  });
}

/** Lines and areas of the placemarks, each a layer that its own section shows. */
function layerOf(placemark: Field, index: number): ImportedLayer | null {
  const shapes = geometriesOf(placemark).filter(({ type }) => type !== 'Point');
  if (shapes.length === 0) return null;
  const name = placemark.at('name').text || `shape ${index + 1}`;
  const features: readonly Feature[] = shapes.map((geometry) => ({ type: 'Feature', properties: { name }, geometry }));
  const paint = { color: DEFAULT_COLOR, opacity: 1, categories: null, widthPx: null, radiusPx: null };
  return { id: `placemark-${index + 1}`, name, features, paint, startOpacity: 0, from: placemark };
}

/** Cameras of a tour, where there is one for each placemark. */
function tourFrames(root: Field, count: number): readonly (ImportedFrame | null)[] {
  const flights = allOf(root, 'gx:FlyTo');
  const tours = allOf(root, 'gx:Tour');
  for (const tour of tours)
    tour.approximated('the reader’s scrolling leads from placemark to placemark', `the tour ${tour.at('name').text}`);
  if (flights.length !== count) return [];
  return flights.map(lookAt);
}

/** Signs, folders and pictures over the earth. */
function sayLooks(kml: Field, head: Field): void {
  for (const name of [
    'Style',
    'StyleMap',
    'open',
    'visibility',
    'gx:CascadingStyle',
    'LookAt',
    'Camera',
    'Snippet',
    'snippet',
    '@id',
  ])
    head.at(name).approximated('the story has its own cartography');
  for (const folder of allOf(kml, 'Folder')) {
    folder.at('name').approximated('placemarks stand one after another', `the folder ${folder.at('name').text}`);
    for (const name of ['open', 'visibility', '@id', 'styleUrl'])
      folder.at(name).approximated('placemarks stand one after another');
  }
  for (const overlay of [...allOf(kml, 'GroundOverlay'), ...allOf(kml, 'ScreenOverlay'), ...allOf(kml, 'NetworkLink')])
    overlay.dropped('a picture laid over the earth, or a file elsewhere, is not carried over', overlay.at('name').text);
}

/** Placemarks of Google Earth and My Maps: one section each. */
export function fromKml(root: Field): ImportedStory {
  const kml = root.at('kml');
  const head = [kml.at('Document'), kml.at('Folder'), kml].find((one) => one.at('name').has) ?? kml.at('Document');
  const placemarks = allOf(kml, 'Placemark');
  const frames = tourFrames(kml, placemarks.length);
  const layers = placemarks.map(layerOf);
  head.at('name').kept('the title');
  const description = head.at('description');
  const text = description.isObject ? description.at('#') : description;
  sayLooks(kml, head);
  return {
    ...BLANK_STORY,
    dialect: 'KML',
    title: head.at('name').text,
    opening: { ...BLANK_CHAPTER, name: 'opening', blocks: textBlock(text, text.text) },
    chapters: placemarks.map((placemark, at) => {
      const chapter = chapterOf(placemark, at, layers[at]?.id ?? null);
      return { ...chapter, frame: frames[at] ?? chapter.frame };
    }),
    layers: layers.filter((layer) => layer !== null),
  };
}
