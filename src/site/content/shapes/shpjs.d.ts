declare module 'shpjs' {
  import type { FeatureCollection } from 'geojson';

  /** Files of one Shapefile: `prj` and `cpg` are texts that say the projection and the encoding. */
  interface ShapefileParts {
    readonly shp: Uint8Array;
    readonly dbf?: Uint8Array | undefined;
    readonly prj?: Uint8Array | undefined;
    readonly cpg?: Uint8Array | undefined;
  }
  export default function shp(parts: ShapefileParts): Promise<FeatureCollection>;
}
