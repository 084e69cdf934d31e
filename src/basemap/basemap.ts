import type {
  GeometryCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Topology,
} from 'topojson-specification';

/**
 * `public/basemap/<name>.topo.json`: one TopoJSON topology, made by `npm run basemap`.
 * Coordinates are quantised longitude/latitude. Exterior rings are clockwise on the sphere as d3-geo wants them.
 */
export interface Basemap extends Topology {
  readonly objects: {
    /** Country polygons, lakes not cut out. */
    readonly land: GeometryCollection<{ a3: string }>;
    /** Land borders between countries; where land meets water. */
    readonly borders: MultiLineString;
    readonly coast: MultiLineString;
    readonly lakes: GeometryCollection<{ areaKm2: number }>;
    /** First-level regions of the countries asked for, by id such as `SY.ID`. */
    readonly regions: GeometryCollection<{ id: string; a3: string; names: Readonly<Record<string, string>> }>;
    readonly regionLines: MultiLineString;
    /** `rank` 1 = the great rivers. Absent where the basemap has no rivers. */
    readonly rivers?: GeometryCollection<{ name: string; rank: number }>;
    /** Roads by number, such as `M5`, or none: `rank` 1 = great roads, which carry a shield; 3 = streets. `schematic` ones are drawn smooth. */
    readonly roads?: GeometryCollection<{ ref: string; rank: number; schematic: boolean }>;
    readonly towns: GeometryCollection<TownProperties>;
  };
  readonly meta: BasemapMeta;
}

export interface TownProperties {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** Language of `names` that the country itself uses; absent where that is not known, and on maps made before it was written. */
  readonly own?: string;
  readonly a3: string;
  /** 1 = the largest cities in view, 3 = the smallest that are ever labelled. */
  readonly rank: 1 | 2 | 3;
}

export interface BasemapMeta {
  readonly name: string;
  /** Metres that lines were simplified to; absent on maps made before it was written. */
  readonly detail?: number;
  /** west, south, east, north in degrees; east lies beyond 180° where the map crosses the antimeridian. */
  readonly bounds: readonly [number, number, number, number];
  /** Credits the map must show, in order. */
  readonly attribution: readonly {
    readonly text: string;
    /** The interface text that says the same in other languages; absent where `text` is a name. */
    readonly textKey?: string;
    /** The same in other languages, by tag, where its author says it in them. */
    readonly texts?: Readonly<Record<string, string>> | undefined;
    readonly short: string | null;
    readonly licence: string;
  }[];
  /** Names of countries and waters with a position for their label. */
  readonly names: readonly {
    readonly kind: 'country' | 'water';
    readonly lngLat: readonly [number, number];
    readonly names: Readonly<Record<string, string>>;
  }[];
}

export type { GeometryCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon, Topology };
