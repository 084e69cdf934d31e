import type { LngLat } from '../../../../geo/lng-lat.ts';
import { GroundRefusal } from '../../archive/archive.ts';
import { firstBytes } from '../../archive/first-bytes.ts';
import { archiveFrom } from '../../archive/open-archive.ts';
import { projectionNamed } from '../place/map-projection.ts';
import type { PlaceOptions } from '../place/place-options.ts';
import { placementBy } from '../place/placement-by.ts';
import type { Placement, Raster, UnplacedRaster } from '../raster.ts';
import { type Encoding, encodingOf, heightsOf } from './heights-of-colours.ts';
import { openGeotiff } from './open-geotiff.ts';
import { openPicture } from './open-picture.ts';
import { type BandsOfTile, type PixelValues, rasterOfTiles } from './open-tiles.ts';

const WANTED = 'a GeoTIFF, a PNG, JPEG or WebP, or a .pmtiles or .mbtiles of pictures';

/** A place beyond the antimeridian may be counted from the other side. */
const onAnyTurn =
  (placement: Placement, width: number): Placement =>
  ([lng, lat]) => {
    const found = [lng, lng - 360, lng + 360].map((turned) => placement([turned, lat]));
    return found.find((pixel) => pixel !== null && pixel[0] >= 0 && pixel[0] <= width) ?? found[0] ?? null;
  };

function heightsIn(sample: PixelValues, said: Encoding | null, file: string): BandsOfTile {
  const encoding = said ?? encodingOf(sample);
  if (encoding === null)
    throw new GroundRefusal(
      `The colours of ${file} are no heights of the Earth, or could be so in two ways. Say which: --encoding terrarium or --encoding mapbox.`,
    );
  return (pixels) => [heightsOf(pixels, encoding)];
}

/** What the command asks of a raster. */
export interface RasterWish extends PlaceOptions {
  readonly isHeights: boolean;
  readonly encoding: Encoding | null;
  /** Some place the story looks at. */
  readonly near: LngLat;
}

const isTiff = (magic: string): boolean => /^(II[*+]\0|MM\0[*+])/.test(magic);

/**
 * Opens a raster by what it is, whatever it is called, and lays it on the ground.
 * @param root the project's folder
 * @param file path from there, as messages name it
 * @param path the same on the disk
 * @param tell hears what the author should know of how it was laid
 * @throws GroundRefusal
 */
export async function openRaster(
  path: string,
  file: string,
  wish: RasterWish,
  root: string,
  tell: (line: string) => void,
): Promise<Raster> {
  const magic = await firstBytes(path, file, WANTED);
  const archive = await archiveFrom(magic, path, file, 'pictures');
  if (archive !== null) {
    const heights = wish.isHeights ? (sample: PixelValues) => heightsIn(sample, wish.encoding, file) : null;
    try {
      return await rasterOfTiles(archive, wish.near, file, heights);
    } catch (error) {
      archive.close();
      throw error;
    }
  }
  const named = wish.projection === null ? null : projectionNamed(wish.projection);
  const { raster, place } = isTiff(magic)
    ? await openGeotiff(path, named, file)
    : { raster: await openPicture(path, file), place: { placement: null, projection: named } };
  return placed(raster, file, wish, place.placement, root, tell);
}

async function placed(
  raster: UnplacedRaster,
  file: string,
  wish: RasterWish,
  own: Placement | null,
  root: string,
  tell: (line: string) => void,
): Promise<Raster> {
  try {
    const placement = (await placementBy(raster, wish, root, tell)) ?? own;
    if (placement !== null) return { ...raster, pixelAt: onAnyTurn(placement, raster.width) };
    throw new GroundRefusal(
      `${file} does not say where it lies. Say it: --bounds west,south,east,north; or --corners with the longitude and latitude of its four corners; or --points with a file of control points.`,
    );
  } catch (error) {
    raster.close();
    throw error;
  }
}
