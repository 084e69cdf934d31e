import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { LngLatBounds } from '../geo/lng-lat.ts';
import { piecesOf, polygonsOf, type Ring } from './shapes/geometry-parts.ts';

/** What a story may refer to in the basemap it stands on. */
export interface MapIndex {
  readonly name: string;
  readonly bounds: LngLatBounds;
  /** Polygons of each admin-1 region by id such as `SY.ID`. */
  readonly regions: Readonly<Record<string, readonly (readonly Ring[])[]>>;
  /** Vertices of each road by its number such as `M5`. */
  readonly roads: Readonly<Record<string, Ring>>;
  /** Whether the map says whose data it shows. */
  readonly isCredited: boolean;
  /** Languages that it names some town, country or water in. */
  readonly languages: readonly string[];
  /** Metres its lines were simplified to; null on maps made before that was written. */
  readonly detail: number | null;
}

interface Named {
  readonly names: Readonly<Record<string, string>>;
}

/** The part of a `Basemap` that a map index is made from. */
export interface MapIndexSource {
  readonly objects: {
    readonly regions?: GeometryCollection<{ id: string }>;
    readonly roads?: GeometryCollection<{ ref: string }>;
    readonly towns?: GeometryCollection<Named>;
  };
  readonly meta: {
    readonly name: string;
    readonly bounds: readonly [number, number, number, number];
    readonly attribution: readonly unknown[];
    readonly names?: readonly Named[];
    readonly detail?: number;
  };
}

/** One line out of pieces that may lie in any order and direction: each is joined where the gap is smallest. */
function joined(pieces: readonly Ring[]): Ring {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  let line = first;
  for (const piece of rest) {
    const [head, tail] = [line[0], line.at(-1)];
    const [start, end] = [piece[0], piece.at(-1)];
    if (head === undefined || tail === undefined || start === undefined || end === undefined) continue;
    const turned = [...piece].reverse();
    const choices = [
      { gap: distanceBetween(tail, start), line: [...line, ...piece] },
      { gap: distanceBetween(tail, end), line: [...line, ...turned] },
      { gap: distanceBetween(head, end), line: [...piece, ...line] },
      { gap: distanceBetween(head, start), line: [...turned, ...line] },
    ];
    line = choices.reduce((best, choice) => (choice.gap < best.gap ? choice : best)).line;
  }
  return line;
}

function featuresOf<P extends object>(source: MapIndexSource, collection: GeometryCollection<P> | undefined) {
  if (collection === undefined) return [];
  const made = feature(source as unknown as Topology, collection) as FeatureCollection<Geometry, P>;
  return made.features as readonly Feature<Geometry, P>[];
}

/** Reads from a basemap all that a story can name in it. */
export function buildMapIndex(source: MapIndexSource): MapIndex {
  const regions: Record<string, readonly (readonly Ring[])[]> = {};
  for (const { geometry, properties } of featuresOf(source, source.objects.regions)) {
    regions[properties.id] = [...(regions[properties.id] ?? []), ...polygonsOf(geometry)];
  }
  const pieces: Record<string, Ring[]> = {};
  for (const { geometry, properties } of featuresOf(source, source.objects.roads)) {
    const line = joined(piecesOf(geometry) ?? []);
    if (line.length > 0 && properties.ref !== '') pieces[properties.ref] = [...(pieces[properties.ref] ?? []), line];
  }
  const roads = Object.fromEntries(Object.entries(pieces).map(([ref, lines]) => [ref, joined(lines)]));
  const { name, bounds, attribution, names = [], detail = null } = source.meta;
  const towns = (source.objects.towns?.geometries ?? []).flatMap(({ properties }) =>
    properties ? [properties as Named] : [],
  );
  const languages = [...new Set([...names, ...towns].flatMap((named) => Object.keys(named.names)))];
  return { name, bounds, regions, roads, isCredited: attribution.length > 0, languages, detail };
}
