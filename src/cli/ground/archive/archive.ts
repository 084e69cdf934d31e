import type { LngLatBounds } from '../../../geo/lng-lat.ts';

/** What tiles hold: shapes, or pictures. */
export type TileContent = 'shapes' | 'pictures';

/** A file of tiles, opened. Tiles are addressed as on the web: y counts from the north. */
export interface TileArchive {
  readonly format: 'PMTiles' | 'MBTiles';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** What the file says it covers; null where it does not say. */
  readonly bounds: LngLatBounds | null;
  /** Ids of the layers the file says its tiles have; empty where it does not say. */
  readonly layers: readonly string[];
  /** Untrusted: may hold HTML. */
  readonly attribution: string;
  /** The tile's bytes, no longer compressed; null where there is no such tile. */
  readonly tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
  readonly close: () => void;
}

/** Something about the command's input is wrong. The message is for the author and names the cure. */
export class GroundRefusal extends Error {}

/** No tile of a map for the web comes near this; one that does is a mistake or an attack. */
export const MAX_TILE_BYTES = 2 ** 22;
/** A directory of a quarter of a million tiles. */
export const MAX_DIRECTORY_BYTES = 2 ** 20;

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

/** What to do about tiles that hold the other thing. */
export const wrongTiles = (content: TileContent): string =>
  content === 'shapes'
    ? 'Streets and houses come from vector tiles (.mvt): download a vector extract. Pictures are cut with --as: see npm run ground -- --help.'
    : 'A picture comes from png, jpeg or webp tiles: download a raster extract, or leave --as out to cut streets and houses.';
