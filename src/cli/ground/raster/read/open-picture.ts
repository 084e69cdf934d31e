import sharp from 'sharp';
import { GroundRefusal } from '../../archive/archive.ts';
import { MAX_PIXELS_AT_ONCE, type UnplacedRaster } from '../raster.ts';
import { createReduction, wholeWindow } from './reduce-pixels.ts';

/** A picture is unpacked whole before a window of it can be taken: this many pixels take half a gigabyte. */
const MAX_PIXELS = 2 ** 27;

const FORMATS: Readonly<Record<string, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };

const AGAIN = 'Save or download it again.';

const unreadable = (file: string, error: unknown): GroundRefusal =>
  new GroundRefusal(`${file} is cut short or damaged: ${(error as Error).message.replaceAll('\n', ' ')}. ${AGAIN}`, {
    cause: error,
  });

async function metadataOf(path: string, file: string) {
  const {
    format = '',
    width = 0,
    height = 0,
  } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(file, error);
    });
  if (FORMATS[format] === undefined)
    throw new GroundRefusal(
      `${file} is ${format.toUpperCase() || 'of an unknown kind'}. Save it as PNG, JPEG, WebP or GeoTIFF.`,
    );
  if (width * height > MAX_PIXELS)
    throw new GroundRefusal(
      `${file} has ${width} × ${height} pixels, more than can be unpacked in the memory of most computers. Save it with 11,000 × 11,000 at most, or as a GeoTIFF in tiles, of which only what is needed is read: gdal_translate -of COG ${file} tiled.tif.`,
    );
  return { format: FORMATS[format] ?? '', width, height };
}

/**
 * Opens a PNG, JPEG or WebP. It does not say where it lies.
 * @param file its name in messages
 * @throws GroundRefusal
 */
export async function openPicture(path: string, file: string): Promise<UnplacedRaster> {
  const { format, width, height } = await metadataOf(path, file);
  return {
    format,
    width,
    height,
    bands: 3,
    white: 255,
    attribution: '',
    async read(window, most, bands) {
      const whole = wholeWindow(window, { width, height }) ?? [0, 0, 1, 1];
      const [left, top, right, bottom] = whole;
      const share = Math.min(
        1,
        most.width / (right - left),
        Math.sqrt(MAX_PIXELS_AT_ONCE / ((right - left) * (bottom - top))),
      );
      const size = { width: Math.ceil((right - left) * share), height: Math.ceil((bottom - top) * share) };
      const { data } = await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .extract({ left, top, width: right - left, height: bottom - top })
        .resize({ ...size, fit: 'fill' })
        .toColourspace('srgb')
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
        .catch((error: unknown) => {
          throw unreadable(file, error);
        });
      const band = (index: number) =>
        Uint8Array.from({ length: size.width * size.height }, (_, at) => data[4 * at + index] ?? 0);
      const opacity = band(3);
      const reduction = createReduction([0, 0, size.width, size.height], size, bands.length);
      reduction.add([0, 0, size.width, size.height], bands.map(band), (index) => opacity[index] === 0);
      return reduction.end();
    },
    close: () => {},
  };
}
