import type { GeoTIFFImage } from 'geotiff';
import { GroundRefusal } from '../../archive/archive.ts';
import type { Raster, Window } from '../raster.ts';

type Values = readonly ArrayLike<number>[];

/** Reads bands of a window of one of a TIFF's sizes. */
export type ReadBands = (
  image: GeoTIFFImage,
  window: Window,
  bands: readonly number[],
) => Promise<{ readonly values: Values; readonly isEmpty: (index: number) => boolean }>;

/** How a TIFF writes colours: TIFF 6.0, tag 262. */
const PALETTE = 3;
const YCBCR = 6;
const UNREADABLE: Readonly<Record<number, string>> = { 5: 'CMYK', 8: 'CIELab', 9: 'ICCLab' };
const IS_FLOAT = 3;

/** Values of 16 bits, red, green and blue in turn, to bytes. */
function palette(map: ArrayLike<number>): readonly Uint8Array[] {
  const count = map.length / 3;
  return [0, 1, 2].map((band) => Uint8Array.from({ length: count }, (_, at) => (map[band * count + at] ?? 0) >> 8));
}

/** ITU-R BT.601, as JPEG has it. */
function fromYcbcr([luma = [], blue = [], red = []]: Values): Values {
  const clamped = (of: (y: number, cb: number, cr: number) => number) =>
    Uint8ClampedArray.from(luma, (y, at) => of(y, (blue[at] ?? 0) - 128, (red[at] ?? 0) - 128));
  return [
    clamped((y, _, cr) => y + 1.402 * cr),
    clamped((y, cb, cr) => y - 0.344136 * cb - 0.714136 * cr),
    clamped((y, cb) => y + 1.772 * cb),
  ];
}

/** Samples that say how opaque a pixel is, by their places among the others. */
function opacitySamples(image: GeoTIFFImage): readonly number[] {
  const { fileDirectory } = image;
  const extra = fileDirectory.hasTag('ExtraSamples') ? fileDirectory.getValue('ExtraSamples') : undefined;
  const kinds = Array.from((extra ?? []) as ArrayLike<number>);
  const first = image.getSamplesPerPixel() - kinds.length;
  return kinds.flatMap((kind, index) => (kind === 1 || kind === 2 ? [first + index] : []));
}

async function raw(image: GeoTIFFImage, window: Window, samples: readonly number[]): Promise<Values> {
  const found = await image.readRasters({ window: [...window], samples: [...samples], interleave: false });
  return found as unknown as Values;
}

interface Form {
  readonly colours: readonly Uint8Array[] | null;
  readonly isYcbcr: boolean;
  readonly opacity: number | null;
  readonly noData: number | null;
}

/** Bands as they are to be seen, of what was read of them. */
function seen(values: Values, { colours, isYcbcr }: Form, bands: readonly number[]): Values {
  const all = isYcbcr
    ? fromYcbcr(values)
    : colours?.map((map) => Uint8Array.from(values[0] ?? [], (at) => map[at] ?? 0));
  return all === undefined ? values : bands.map((band) => all[band] ?? []);
}

function samplesFor({ colours, isYcbcr }: Form, bands: readonly number[]): readonly number[] {
  if (isYcbcr) return [0, 1, 2];
  return colours === null ? bands : [0];
}

const readerOf =
  (form: Form): ReadBands =>
  async (image, window, bands) => {
    const samples = samplesFor(form, bands);
    const own = form.opacity === null ? samples : [...samples, form.opacity];
    const read = await raw(image, window, own);
    const values = read.slice(0, samples.length);
    const opacity = form.opacity === null ? null : read[samples.length];
    const isNothing = (value: number | undefined): boolean => value === form.noData || Number.isNaN(value);
    return {
      values: seen(values, form, bands),
      isEmpty: (index) => opacity?.[index] === 0 || values.every((band) => isNothing(band[index])),
    };
  };

/**
 * How to read a TIFF's bands as numbers or as red, green and blue.
 * @throws GroundRefusal
 */
export async function readBandsOf(
  image: GeoTIFFImage,
  file: string,
): Promise<{ readonly readBands: ReadBands; readonly bands: number; readonly white: Raster['white'] }> {
  const { fileDirectory } = image;
  const photometric = Number(fileDirectory.getValue('PhotometricInterpretation') ?? 1);
  const name = UNREADABLE[photometric];
  if (name !== undefined)
    throw new GroundRefusal(
      `${file} has its colours as ${name}. Save it as RGB: gdal_translate -of GTiff, or in an image editor.`,
    );
  const map = photometric === PALETTE ? await fileDirectory.loadValue('ColorMap') : undefined;
  const colours = map === undefined ? null : palette(map as ArrayLike<number>);
  const opaque = opacitySamples(image);
  const form: Form = {
    colours,
    isYcbcr: photometric === YCBCR,
    opacity: opaque[0] ?? null,
    noData: image.getGDALNoData(),
  };
  const bands = colours === null ? image.getSamplesPerPixel() - opaque.length : colours.length;
  const isFloat = image.getSampleFormat() === IS_FLOAT;
  const bits = image.getBitsPerSample();
  const white = isFloat || bits > 16 ? null : colours !== null || bits <= 8 ? 255 : 65535;
  return { readBands: readerOf(form), bands, white };
}
