import { stat } from 'node:fs/promises';
import { fromFile, type GeoTIFF, type GeoTIFFImage } from 'geotiff';
import { GroundRefusal, megabytes } from '../../archive/archive.ts';
import { type GeoKeys, type MapProjection, projectionOfKeys } from '../place/map-projection.ts';
import type { Placement, UnplacedRaster, Window } from '../raster.ts';
import { toPixelOf } from './geo-transform.ts';
import { createReduction, wholeWindow } from './reduce-pixels.ts';
import { type ReadBands, readBandsOf } from './tiff-colours.ts';

/** What is read at once. A file in larger pieces than this cannot be read a window at a time. */
const MAX_PIECE_BYTES = 2 ** 28;
const PIXELS_AT_ONCE = 2 ** 21;
const MAX_SIDE = 2 ** 21;

const AGAIN = 'Save or download it again.';

const damaged = (file: string, error: unknown): Error =>
  error instanceof GroundRefusal
    ? error
    : new GroundRefusal(
        `${file} is cut short, damaged or no TIFF that can be read: ${(error as Error).message}. ${AGAIN}`,
        {
          cause: error,
        },
      );

function checkSize(image: GeoTIFFImage, file: string): void {
  const [width, height] = [image.getWidth(), image.getHeight()];
  if (!(width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE))
    throw new GroundRefusal(`${file} says it has ${width} × ${height} pixels. ${AGAIN}`);
  const bytes = image.getTileWidth() * Math.min(image.getTileHeight(), height) * image.getBytesPerPixel();
  if (bytes > MAX_PIECE_BYTES)
    throw new GroundRefusal(
      `${file} is stored in pieces of ${megabytes(bytes)}, too large to be opened one at a time. Save it in tiles, with overviews: gdal_translate -of COG ${file} tiled.tif.`,
    );
}

/** Beyond the end of a file the library reads noughts: what is missing must be known before. */
async function checkWhole({ fileDirectory, isTiled }: GeoTIFFImage, bytes: number, file: string): Promise<void> {
  const part = isTiled ? 'Tile' : 'Strip';
  const [offsets, counts] = await Promise.all([
    fileDirectory.loadValue(`${part}Offsets`),
    fileDirectory.loadValue(`${part}ByteCounts`),
  ]);
  const lengths = Array.from((counts ?? []) as ArrayLike<number>, Number);
  const ends = Array.from(
    (offsets ?? []) as ArrayLike<number>,
    (offset, index) => Number(offset) + (lengths[index] ?? 0),
  );
  const end = ends.reduce((most, next) => Math.max(most, next), 0);
  if (end > bytes)
    throw new GroundRefusal(
      `${file} is cut short, damaged or no TIFF that can be read: its pixels should end at byte ${end}, and the file ends at ${bytes}. ${AGAIN}`,
    );
}

/** A directory of the file may point back to one before it, without end. */
const MAX_LEVELS = 32;

/** Pictures of the file after the first. */
async function furtherImages(tiff: GeoTIFF): Promise<readonly GeoTIFFImage[]> {
  const found: GeoTIFFImage[] = [];
  while (found.length < MAX_LEVELS - 1) {
    const next = await tiff.getImage(found.length + 1).catch((error: Error) => {
      if (/^No image at index/.test(error.message)) return null;
      throw error;
    });
    if (next === null) break;
    found.push(next);
  }
  return found;
}

/** All sizes the picture is stored in, the largest first; masks and pages of another shape are none. */
async function levelsOf(tiff: GeoTIFF): Promise<readonly GeoTIFFImage[]> {
  const first = await tiff.getImage(0);
  const shape = first.getWidth() / first.getHeight();
  const rest = await furtherImages(tiff);
  const isOverview = (image: GeoTIFFImage): boolean => {
    const isReduced = (Number(image.fileDirectory.getValue('NewSubfileType') ?? 0) & 5) === 1;
    const isAlike = Math.abs(image.getWidth() / image.getHeight() / shape - 1) < 0.05;
    return isReduced && isAlike && image.getSamplesPerPixel() === first.getSamplesPerPixel();
  };
  return [first, ...rest.filter(isOverview).sort((a, b) => b.getWidth() - a.getWidth())];
}

/** The smallest size that has as many pixels as are wanted. */
function levelFor(levels: readonly GeoTIFFImage[], share: number): GeoTIFFImage {
  const [first] = levels;
  const least = share * (first?.getWidth() ?? 0);
  return levels.findLast((level) => level.getWidth() >= least) ?? (first as GeoTIFFImage);
}

/** Rows of a window, as many at once as fit. */
function stripsOf([left, top, right, bottom]: Window): readonly Window[] {
  const rows = Math.max(1, Math.floor(PIXELS_AT_ONCE / (right - left)));
  return Array.from({ length: Math.ceil((bottom - top) / rows) }, (_, index) => {
    const from = top + index * rows;
    return [left, from, right, Math.min(bottom, from + rows)];
  });
}

function readerOf(levels: readonly GeoTIFFImage[], readBands: ReadBands, file: string): UnplacedRaster['read'] {
  const [first] = levels;
  const [width, height] = [first?.getWidth() ?? 0, first?.getHeight() ?? 0];
  return async (window, most, bands) => {
    const share = Math.min(1, most.width / (window[2] - window[0]));
    const level = levelFor(levels, share);
    const [across, down] = [level.getWidth() / width, level.getHeight() / height];
    const size = { width: level.getWidth(), height: level.getHeight() };
    const scaled: Window = [window[0] * across, window[1] * down, window[2] * across, window[3] * down];
    const own = wholeWindow(scaled, size) ?? [0, 0, 1, 1];
    const reduction = createReduction(scaled, most, bands.length);
    try {
      for (const strip of stripsOf(own)) {
        const { values, isEmpty } = await readBands(level, strip, bands);
        reduction.add(strip, values, isEmpty);
      }
    } catch (error) {
      throw damaged(file, error);
    }
    return reduction.end();
  };
}

/** What a TIFF says of where it lies. */
export interface TiffPlace {
  /** Null where the file has no georeference. */
  readonly placement: Placement | null;
  /** Null where the file names no projection. */
  readonly projection: MapProjection | null;
}

function placeOf(image: GeoTIFFImage, named: MapProjection | null, file: string): TiffPlace {
  const keys = image.getGeoKeys() as GeoKeys | null;
  const toPixel = toPixelOf(image);
  if (toPixel === null) return { placement: null, projection: named };
  const projection = named ?? (keys === null ? null : projectionOfKeys(keys, file));
  if (projection === null) return { placement: null, projection };
  return {
    projection,
    placement: (lngLat) => {
      const found = projection(lngLat);
      return found && toPixel(found);
    },
  };
}

/**
 * Opens a TIFF, with or without a georeference.
 * @param projection what its author says it is in; null for what the file says
 * @param file its name in messages
 * @throws GroundRefusal
 */
export async function openGeotiff(
  path: string,
  projection: MapProjection | null,
  file: string,
): Promise<{ readonly raster: UnplacedRaster; readonly place: TiffPlace }> {
  const tiff = await fromFile(path);
  try {
    const levels = await levelsOf(tiff);
    const [image] = levels;
    if (image === undefined) throw new GroundRefusal(`${file} holds no picture. ${AGAIN}`);
    checkSize(image, file);
    const { size } = await stat(path);
    for (const level of levels) await checkWhole(level, size, file);
    const { readBands, bands, white } = await readBandsOf(image, file);
    const raster: UnplacedRaster = {
      format: 'GeoTIFF',
      width: image.getWidth(),
      height: image.getHeight(),
      bands,
      white,
      attribution: '',
      read: readerOf(levels, readBands, file),
      close: () => void tiff.close(),
    };
    return { raster, place: placeOf(image, projection, file) };
  } catch (error) {
    tiff.close();
    throw damaged(file, error);
  }
}
