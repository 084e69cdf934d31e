import { boundsOverlap } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { TileId } from '../archive/read-tile.ts';
import type { View } from './story-views.ts';

/** A tile to read, and the views that see some of it. */
export interface NeededTile {
  readonly id: TileId;
  readonly views: readonly View[];
}

/** Bounds of a tile in Mercator units. */
export function tileBox([z, x, y]: TileId): LngLatBounds {
  const side = 2 ** -z;
  return [x * side, y * side, (x + 1) * side, (y + 1) * side];
}

function within(id: TileId, views: readonly View[], maxZoom: number): readonly NeededTile[] {
  const box = tileBox(id);
  const seen = views.filter((view) => boundsOverlap(view.box, box));
  if (seen.length === 0) return [];
  const [z, x, y] = id;
  const nearest = Math.max(...seen.map(({ zoom }) => zoom));
  if (z >= Math.min(Math.floor(nearest), maxZoom)) return [{ id, views: seen }];
  return [0, 1].flatMap((right) =>
    [0, 1].flatMap((down) => within([z + 1, 2 * x + right, 2 * y + down], seen, maxZoom)),
  );
}

/**
 * The tiles that views need, each spot of the ground in one tile only: where a view comes near in a fine one, else in a coarse
 * one. A tile of zoom z is 512 px wide at zoom z. Columns go on beyond the antimeridian, as the story's longitudes do.
 */
export function tilesForViews(
  views: readonly View[],
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): readonly NeededTile[] {
  if (views.length === 0) return [];
  const farthest = Math.floor(Math.min(...views.map(({ zoom }) => zoom)));
  const z = Math.max(minZoom, Math.min(farthest, maxZoom));
  const count = 2 ** z;
  const ids = new Map<string, TileId>();
  for (const { box } of views) {
    const [left, top, right, bottom] = box.map((edge) => Math.floor(edge * count)) as [number, number, number, number];
    for (let x = left; x <= right; x += 1)
      for (let y = Math.max(0, top); y <= Math.min(count - 1, bottom); y += 1) ids.set(`${x} ${y}`, [z, x, y]);
  }
  return [...ids.values()].flatMap((id) => within(id, views, maxZoom));
}
