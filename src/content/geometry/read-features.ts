import type { Position } from 'geojson';
import type { StoryData } from '../../story/story.ts';
import { type GeometryReading, readGeometry } from './exact-geometry.ts';
import { featureId, hasProperty } from './feature-id.ts';
import type { Note } from './rings.ts';

type Feature = StoryData['features'][number];
type Members = Readonly<Record<string, unknown>>;

/** Where in a file something was found: features by their number, counted from 1, and their id. */
export type Places = readonly string[];

export function placeName(index: number, id: string): string {
  return id === String(index + 1) ? `feature ${id}` : `feature ${index + 1} (\`${id}\`)`;
}

/** What the features of a file come to. */
export interface FeaturesReading {
  /** Those that can be drawn, in the order of the file. Ids are not always unique: the first counts. */
  readonly features: readonly Feature[];
  /** Where each stands in the file, counted from 0. */
  readonly indexes: readonly number[];
  /** What cannot be read, by its cause. */
  readonly faults: ReadonlyMap<string, Places>;
  readonly notes: ReadonlyMap<Note, Places>;
  /** Features with an id that one before them has, by that id. */
  readonly repeats: ReadonlyMap<string, Places>;
  /** Features whose coordinates are too large for degrees. */
  readonly projected: Places;
  /** The first point of each of them. */
  readonly projectedPoints: readonly Position[];
}

const put = <K>(map: Map<K, string[]>, key: K, name: string): void => {
  const names = map.get(key) ?? [];
  names.push(name);
  map.set(key, names);
};

/** Larger than degrees: these are metres or feet. */
const NO_DEGREES = 360;

/** Maps on the web that repeat the world write longitudes of some turns round it. */
const MAX_TURNS = 10;

function isProjected(coordinates: unknown): boolean {
  if (!Array.isArray(coordinates)) return false;
  if (Array.isArray(coordinates[0])) return coordinates.some(isProjected);
  const [x = 0, y = 0] = coordinates as Position;
  if (Math.abs(y) > NO_DEGREES) return true;
  return Math.abs(x) > (Math.abs(y) <= 90 ? MAX_TURNS * NO_DEGREES : NO_DEGREES);
}

const firstPoint = (coordinates: unknown): Position =>
  Array.isArray(coordinates) && Array.isArray(coordinates[0]) ? firstPoint(coordinates[0]) : (coordinates as Position);

export const coordinatesOf = (geometry: Feature['geometry']): unknown =>
  geometry.type === 'GeometryCollection' ? geometry.geometries.map(coordinatesOf) : geometry.coordinates;

/** What is wrong with features that lack the property which is to name them. */
export const withoutProperty = (property: string): string =>
  `no property \`${property}\`, by which the file's \`id\` says its features are named`;

function readFeature(members: Members, property: string | undefined): GeometryReading {
  const reading = readGeometry(members['geometry']);
  const isNamed = property === undefined || reading.geometry === null || hasProperty(members, property);
  if (members['type'] !== 'Feature') return { ...reading, fault: 'something that is not a Feature' };
  if (isNamed) return reading;
  return { ...reading, fault: withoutProperty(property) };
}

/** @param property name of the property that names the features, where the file says one */
export function readFeatures(raw: readonly unknown[], property?: string): FeaturesReading {
  const features: Feature[] = [];
  const indexes: number[] = [];
  const projected: string[] = [];
  const projectedPoints: Position[] = [];
  const faults = new Map<string, string[]>();
  const notes = new Map<Note, string[]>();
  const repeats = new Map<string, string[]>();
  const seen = new Set<string>();
  raw.forEach((one, index) => {
    const members = (one ?? {}) as Members;
    const id = featureId(members, index, property);
    const name = placeName(index, id);
    const { geometry, notes: told, fault } = readFeature(members, property);
    if (fault !== null) put(faults, fault, name);
    for (const note of told) put(notes, note, name);
    if (fault !== null || geometry === null) return;
    if (seen.has(id)) put(repeats, id, name);
    seen.add(id);
    const coordinates = coordinatesOf(geometry);
    if (isProjected(coordinates)) {
      projected.push(name);
      projectedPoints.push(firstPoint(coordinates));
    }
    features.push({ id, geometry });
    indexes.push(index);
  });
  return { features, indexes, faults, notes, repeats, projected, projectedPoints };
}
