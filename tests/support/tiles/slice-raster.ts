import sharp from 'sharp';
import { fromWorld, toWorld } from '../../../src/geo/mercator.ts';
import { AROUND } from './raster-project.ts';
import type { Tile } from './slice-tiles.ts';

const SIDE = 256;

/** PNG tiles of the ground around the town, of a colour by its longitude and latitude. */
export function sliceRaster(
  colourAt: (lng: number, lat: number) => readonly [number, number, number],
  zooms: readonly number[],
): Promise<readonly Tile[]> {
  const ids = zooms.flatMap((z) => {
    const [[left, top], [right, bottom]] = [toWorld([AROUND[0], AROUND[3]]), toWorld([AROUND[2], AROUND[1]])];
    const [from, to] = [left, right].map((x) => Math.floor(x * 2 ** z)) as [number, number];
    const [first, last] = [top, bottom].map((y) => Math.floor(y * 2 ** z)) as [number, number];
    return Array.from({ length: to - from + 1 }, (_, dx) =>
      Array.from({ length: last - first + 1 }, (__, dy) => [z, from + dx, first + dy] as const),
    ).flat();
  });
  return Promise.all(
    ids.map(async ([z, x, y]) => {
      const data = Uint8Array.from(
        Array.from({ length: SIDE * SIDE }, (_, index) => {
          const at = [
            (x + ((index % SIDE) + 0.5) / SIDE) / 2 ** z,
            (y + (Math.floor(index / SIDE) + 0.5) / SIDE) / 2 ** z,
          ] as const;
          return colourAt(...fromWorld(at));
        }).flat(),
      );
      const bytes = await sharp(data, { raw: { width: SIDE, height: SIDE, channels: 3 } })
        .png()
        .toBuffer();
      return { z, x, y, bytes };
    }),
  );
}
