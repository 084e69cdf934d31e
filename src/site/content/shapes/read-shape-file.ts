import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { RawFile } from '../../../content/files/raw.ts';
import { membersOf } from '../../../content/files/story-files.ts';
import { failedFile } from '../read-story-text.ts';
import type { NamedShapes } from './named-shapes.ts';
import { readZip } from './read-zip.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Pictures that Google Earth lays on the ground are no areas. */
const isShape = ({ properties }: Feature<(unknown & Feature['geometry']) | null>): boolean =>
  properties?.['@geometry-type'] !== 'groundoverlay';

/** XML of a GPS device or of Google Earth. */
function readXml(bytes: Uint8Array, convert: typeof gpx | typeof kml): readonly NamedShapes[] {
  const fail = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message.split('\n')[0]?.replace(/[.\s]+$/, ''));
  };
  const document = new DOMParser({ onError: fail }).parseFromString(textOf(bytes), 'text/xml');
  const { features } = convert(document as unknown as Parameters<typeof convert>[0]);
  return [{ name: '', features: features.filter(isShape) }];
}

/** All objects of a topology, in the order of the file. */
function readTopology(bytes: Uint8Array): readonly NamedShapes[] {
  const topology = JSON.parse(textOf(bytes)) as Topology;
  if (topology.type !== 'Topology') throw new Error('it does not say that it is a Topology');
  return Object.entries(topology.objects).map(([name, object]) => {
    const made = feature(topology, object);
    return { name, features: made.type === 'FeatureCollection' ? made.features : [made] };
  });
}

type Read = (bytes: Uint8Array) => readonly NamedShapes[] | Promise<readonly NamedShapes[]>;

const READERS: Readonly<Record<string, readonly [form: string, read: Read]>> = {
  gpx: ['GPX', (bytes) => readXml(bytes, gpx)],
  kml: ['KML', (bytes) => readXml(bytes, kml)],
  topojson: ['TopoJSON', readTopology],
  zip: ['a zipped Shapefile', readZip],
};

/** Features say which object they are of where objects have names. */
function collectionOf(shapes: readonly NamedShapes[]) {
  const [only] = shapes;
  if (shapes.length === 1 && only?.name === '') return { type: 'FeatureCollection', features: only.features };
  const features = shapes.flatMap(({ name, features: own }) => own.map((one) => ({ ...membersOf(one), object: name })));
  return { type: 'FeatureCollection', objects: shapes.map(({ name }) => name), features };
}

/** Reads shapes in another form than GeoJSON, as its ending says; from here on they are GeoJSON. */
export async function readShapeFile(path: string, bytes: Uint8Array): Promise<RawFile> {
  const [form, read] = READERS[path.replace(/^.*\./, '')] ?? ['', () => []];
  const fail = (why: string) =>
    failedFile(path, { problem: 'UnreadableShapes', detail: `${form}: ${why}`, line: null });
  try {
    const data = collectionOf(await read(bytes));
    if (data.features.length === 0) return fail('there are no shapes in it');
    return { path, data, body: '', bodyLine: 1, lines: {}, fault: null };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
