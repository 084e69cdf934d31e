import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { GroundRefusal, type TileArchive } from './archive.ts';

/** `[zoom, column, row]`, rows from the north. Columns beyond the antimeridian are those of the other side. */
export type TileId = readonly [z: number, x: number, y: number];

export interface TileFeature {
  readonly layer: string;
  /** 1 = points, 2 = lines, 3 = rings. */
  readonly type: number;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** In shares of the tile's side, from its north-west corner; beyond 0–1 in the tile's margin. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
}

function featuresOf(bytes: Uint8Array): readonly TileFeature[] {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, index): TileFeature => {
      const feature = layer.feature(index);
      const parts = feature
        .loadGeometry()
        .map((part) => part.map(({ x, y }) => [x / layer.extent, y / layer.extent] as const));
      return { layer: layer.name, type: feature.type, properties: feature.properties, parts };
    }),
  );
}

/**
 * All features of a tile; none where there is no such tile.
 * @throws GroundRefusal where its bytes are no vector tile
 */
export async function readTile(archive: TileArchive, [z, x, y]: TileId, file: string): Promise<readonly TileFeature[]> {
  const columns = 2 ** z;
  const bytes = await archive.tile(z, ((x % columns) + columns) % columns, y);
  if (bytes === null) return [];
  try {
    return featuresOf(bytes);
  } catch (error) {
    throw new GroundRefusal(
      `The tile ${z}/${x}/${y} of ${file} is no vector tile (${(error as Error).message}). Make or download the archive again.`,
      { cause: error },
    );
  }
}
