import type { TileArchive } from './archive/archive.ts';
import { readTile } from './archive/read-tile.ts';
import type { CloseSection } from './cut/story-views.ts';
import { tilesForViews } from './cut/tiles-for-views.ts';
import { detectSchema } from './schemas/detect-schema.ts';
import type { Schema } from './schemas/schema.ts';

const SAMPLED_TILES = 4;

/** Layers of some tiles of a close section, for a file that does not tell its layers. */
async function layersInTiles(archive: TileArchive, sections: readonly CloseSection[], file: string) {
  const tiles = sections.flatMap(({ rests }) => tilesForViews(rests.slice(0, 1), archive).slice(0, SAMPLED_TILES));
  const found = new Set<string>();
  for (const { id } of tiles) for (const { layer } of await readTile(archive, id, file)) found.add(layer);
  return [...found];
}

/**
 * The schema of an archive, by what it says of its layers or by those its tiles have.
 * @throws GroundRefusal
 */
export async function findSchema(
  archive: TileArchive,
  sections: readonly CloseSection[],
  file: string,
): Promise<Schema> {
  const layers = archive.layers.length > 0 ? archive.layers : await layersInTiles(archive, sections, file);
  return detectSchema(layers, file);
}
