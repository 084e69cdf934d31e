import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Feature, Geometry, Position } from 'geojson';
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

/** A ring whose ends are no more than one step of its file's grid apart, as simplified atlases have them, ends where it begins. */
function closed(ring: readonly Position[], [across = 0, down = 0]: readonly number[]): Position[] {
  const [[x = 0, y = 0] = [], [endX = 0, endY = 0] = []] = [ring[0], ring.at(-1)];
  const isStep = Math.abs(endX - x) < 1.5 * across && Math.abs(endY - y) < 1.5 * down;
  return isStep ? [...ring.slice(0, -1), [x, y]] : [...ring];
}

/** One that simplifying has folded to a line, which the shapes beside it can do without. */
const isFolded = (ring: readonly Position[]): boolean => new Set(ring.map(String)).size < 3;

const closedRings = ([outer = [], ...holes]: readonly (readonly Position[])[], step: readonly number[]) =>
  [outer, ...holes.filter((hole) => !isFolded(hole))].map((ring) => closed(ring, step));

function withClosedRings(geometry: Geometry | null, step: readonly number[]): Geometry | null {
  if (geometry?.type === 'Polygon') return { ...geometry, coordinates: closedRings(geometry.coordinates, step) };
  if (geometry?.type !== 'MultiPolygon') return geometry;
  const seen = geometry.coordinates.filter(([outer = []]) => !isFolded(outer));
  const kept = seen.length > 0 ? seen : geometry.coordinates;
  return { ...geometry, coordinates: kept.map((rings) => closedRings(rings, step)) };
}

/** All objects of a topology, in the order of the file. */
function readTopology(bytes: Uint8Array): readonly NamedShapes[] {
  const topology = JSON.parse(textOf(bytes)) as Topology;
  if (topology.type !== 'Topology') throw new Error('it does not say that it is a Topology');
  const step = topology.transform?.scale ?? [];
  return Object.entries(topology.objects).map(([name, object]) => {
    const made = feature(topology, object);
    const features = made.type === 'FeatureCollection' ? made.features : [made];
    return { name, features: features.map((one) => ({ ...one, geometry: withClosedRings(one.geometry, step) })) };
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
