import type { GeometryCollection, MultiLineString, MultiPolygon, Point, Topology } from 'topojson-specification';
import type { BasemapMeta } from '../basemap.ts';

/** Areas of the detail, in drawing order. */
export const DETAIL_AREAS = ['built-up', 'woods', 'parks', 'water', 'buildings'] as const;

/** Lines of the detail, in drawing order. */
export const DETAIL_LINES = [
  'waterways',
  'streams',
  'boundaries',
  'paths',
  'rail',
  'roads-service',
  'roads-minor',
  'roads-medium',
  'roads-major',
] as const;

export type DetailArea = (typeof DETAIL_AREAS)[number];
export type DetailLine = (typeof DETAIL_LINES)[number];
export type DetailLayer = DetailArea | DetailLine;

/** The zoom each layer begins to show at; nearer in nothing goes. */
export const SHOWN_FROM: Readonly<Record<DetailLayer | 'streets' | 'places', number>> = {
  water: 12,
  woods: 12,
  'built-up': 12,
  boundaries: 12,
  'roads-major': 12,
  rail: 12.5,
  waterways: 12.5,
  'roads-medium': 12.5,
  parks: 13,
  'roads-minor': 13.5,
  buildings: 14.5,
  streams: 14.5,
  'roads-service': 15,
  paths: 15,
  places: 12,
  streets: 14,
};

/** Texts of a name by language; `local` is what is written on the spot, in a language the source does not tell. */
export type DetailNames = Readonly<Record<string, string>>;

export interface StreetProperties {
  readonly names: DetailNames;
  /** 1 = the great streets. */
  readonly rank: number;
  /** Degrees clockwise from east on a map with north up, within ±90. */
  readonly angle: number;
  /** How long the street runs straight there. */
  readonly metres: number;
}

export interface PlaceProperties {
  readonly names: DetailNames;
  /** 1 = a town, 3 = a hamlet or a quarter. */
  readonly rank: number;
}

/** What one view asked of the cut: its upright bounds in degrees and its zoom. */
export type CutView = readonly [west: number, south: number, east: number, north: number, zoom: number];

/**
 * `content/stories/<story>/ground/<section>.topo.json`: the detail of one close section, made by `npm run ground`.
 * One TopoJSON topology; coordinates are quantised longitude/latitude.
 */
export interface Detail extends Topology {
  readonly objects: Readonly<
    Partial<Record<DetailArea, MultiPolygon>> & Partial<Record<DetailLine, MultiLineString>>
  > & {
    readonly streets: GeometryCollection<StreetProperties> & {
      readonly geometries: readonly Point<StreetProperties>[];
    };
    readonly places: GeometryCollection<PlaceProperties> & { readonly geometries: readonly Point<PlaceProperties>[] };
  };
  readonly meta: DetailMeta;
}

export interface DetailMeta {
  readonly section: string;
  /** Where the section rests, on each of the screens it was cut for. */
  readonly views: readonly CutView[];
  readonly attribution: BasemapMeta['attribution'];
  /** What makes the file again. */
  readonly command: string;
}
