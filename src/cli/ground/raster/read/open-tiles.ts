import sharp from 'sharp';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import { toWorld } from '../../../../geo/mercator.ts';
import { GroundRefusal, type TileArchive } from '../../archive/archive.ts';
import type { Raster, Window } from '../raster.ts';
import { createReduction } from './reduce-pixels.ts';

/** Pixels of a square tile: red, green, blue and how opaque, in turn. */
export interface PixelValues {
  readonly data: Uint8Array;
  readonly size: number;
}

const SIZES: readonly number[] = [256, 512, 1024];

/** Reads the tile as pixels; null where the archive has none there. */
async function pixelsOf(
  archive: TileArchive,
  id: readonly [number, number, number],
  file: string,
): Promise<PixelValues | null> {
  const bytes = await archive.tile(...id);
  if (bytes === null) return null;
  const { data, info } = await sharp(bytes, { limitInputPixels: 1024 * 1024 })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new GroundRefusal(
        `The tile ${id.join('/')} of ${file} is no picture: ${(error as Error).message}. Make or download it again.`,
        { cause: error },
      );
    });
  if (info.width !== info.height || !SIZES.includes(info.width))
    throw new GroundRefusal(
      `The tile ${id.join('/')} of ${file} has ${info.width} × ${info.height} pixels; tiles have 256, 512 or 1024 on each side.`,
    );
  return { data, size: info.width };
}

/** Some tile of the nearest zoom there is one of, where the story looks or in the middle of what the archive covers. */
async function sampleOf(archive: TileArchive, near: LngLat, file: string): Promise<PixelValues> {
  const [west, south, east, north] = archive.bounds ?? [-180, -85, 180, 85];
  const places = [near, [(west + east) / 2, (south + north) / 2] as const].map(toWorld);
  for (let z = archive.maxZoom; z >= archive.minZoom; z -= 1) {
    for (const [x, y] of places) {
      const found = await pixelsOf(archive, [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)], file);
      if (found !== null) return found;
    }
  }
  throw new GroundRefusal(
    `${file} has no tile where the story looks, and none in the middle of what it says it covers. Download an extract of the story's area.`,
  );
}

/** Values of a tile, band by band. */
export type BandsOfTile = (pixels: PixelValues) => readonly ArrayLike<number>[];

const colours: BandsOfTile = ({ data, size }) =>
  [0, 1, 2].map((band) => Uint8Array.from({ length: size * size }, (_, at) => data[4 * at + band] ?? 0));

/** The zoom whose tiles have as many pixels as are wanted. */
function zoomFor({ minZoom, maxZoom }: TileArchive, share: number): number {
  return Math.min(maxZoom, Math.max(minZoom, Math.ceil(maxZoom + Math.log2(Math.max(share, 2 ** -30)))));
}

function readerOf(archive: TileArchive, size: number, bandsOf: BandsOfTile, file: string): Raster['read'] {
  return async (window, most, bands) => {
    const share = Math.min(1, most.width / (window[2] - window[0]));
    const z = zoomFor(archive, share);
    const scale = 2 ** (z - archive.maxZoom);
    const scaled = window.map((edge) => edge * scale) as unknown as Window;
    const reduction = createReduction(scaled, most, bands.length);
    const [left, top, right, bottom] = scaled.map((edge) => edge / size) as unknown as Window;
    for (let x = Math.floor(left); x < right; x += 1) {
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(bottom, 2 ** z); y += 1) {
        const pixels = await pixelsOf(archive, [z, ((x % 2 ** z) + 2 ** z) % 2 ** z, y], file);
        if (pixels === null || pixels.size !== size) continue;
        addTile(
          reduction,
          scaled,
          [x * size, y * size],
          pixels,
          bandsOf(pixels).filter((_, band) => bands.includes(band)),
        );
      }
    }
    return reduction.end();
  };
}

/** Adds what of a tile lies in a window. */
function addTile(
  reduction: ReturnType<typeof createReduction>,
  [left, top, right, bottom]: Window,
  [x, y]: readonly [number, number],
  { data, size }: PixelValues,
  values: readonly ArrayLike<number>[],
): void {
  const from = [Math.max(x, Math.floor(left)), Math.max(y, Math.floor(top))] as const;
  const to = [Math.min(x + size, Math.ceil(right)), Math.min(y + size, Math.ceil(bottom))] as const;
  for (let row = from[1]; row < to[1]; row += 1) {
    const start = (row - y) * size + from[0] - x;
    const count = to[0] - from[0];
    const line = values.map((band) => Float32Array.from({ length: count }, (_, at) => band[start + at] ?? 0));
    reduction.add([from[0], row, to[0], row + 1], line, (at) => data[4 * (start + at) + 3] === 0);
  }
}

/**
 * An archive of pictures as one large picture.
 * @param near where the story looks
 * @param bandsOf what is seen in a tile, of its first pixels; red, green and blue where left out
 * @throws GroundRefusal
 */
export async function rasterOfTiles(
  archive: TileArchive,
  near: LngLat,
  file: string,
  bandsOf: ((sample: PixelValues) => BandsOfTile) | null = null,
): Promise<Raster> {
  const sample = await sampleOf(archive, near, file);
  const { size } = sample;
  const side = size * 2 ** archive.maxZoom;
  return {
    format: archive.format,
    width: side,
    height: side,
    bands: bandsOf === null ? 3 : 1,
    white: bandsOf === null ? 255 : null,
    attribution: archive.attribution,
    pixelAt(lngLat) {
      const [x, y] = toWorld(lngLat);
      return [x * side, y * side];
    },
    read: readerOf(archive, size, bandsOf?.(sample) ?? colours, file),
    close: archive.close,
  };
}
