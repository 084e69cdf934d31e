import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS } from './inspect-picture.ts';

/** A file made of a picture. */
export interface MadePicture {
  readonly width: number;
  readonly format: 'avif' | 'webp';
  readonly bytes: Uint8Array;
}

export interface MadePictures {
  readonly pictures: readonly MadePicture[];
  /** A few pixels as a `data:` address. */
  readonly placeholder: string;
}

/** Pixels across, for pictures in the text and for those that fill a screen. */
export const WIDTHS = { text: [480, 960, 1600], stage: [960, 1600, 2560] } as const;

/** AVIF takes long to make: it is made where it spares a reader at least this share. */
const WORTHWHILE = 0.85;
/** By the width at which that is tried. */
const TRIAL_WIDTH = 960;
const MAX_PLACEHOLDER_BYTES = 300;

/** The widths a picture is made in: none wider than it is, but for its own where it is narrower than all. */
export function widthsOf(width: number, wanted: readonly number[]): readonly number[] {
  const narrower = wanted.filter((one) => one < width);
  return narrower.length === wanted.length ? narrower : [...narrower, width];
}

interface Pixels {
  readonly at: (width: number) => Sharp;
}

/** Decoded once, upright, in the colours of the web, and as wide as the widest file. */
async function decode(bytes: Uint8Array, width: number): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: own, height, channels } = info;
  return { at: (wanted) => sharp(data, { raw: { width: own, height, channels } }).resize({ width: wanted }) };
}

type Format = MadePicture['format'];
type Encode = (format: Format, width: number) => Promise<Buffer>;

const ENCODERS: Readonly<Record<Format, (picture: Sharp) => Sharp>> = {
  webp: (picture) => picture.webp({ quality: 78, effort: 4, smartSubsample: true }),
  avif: (picture) => picture.avif({ quality: 52, effort: 3 }),
};

/** Remembers what it has made: what is tried is sent, too. */
function createEncoder({ at }: Pixels): Encode {
  const made = new Map<string, Promise<Buffer>>();
  return (format, width) => {
    const key = `${format} ${width}`;
    const found = made.get(key) ?? ENCODERS[format](at(width)).toBuffer();
    made.set(key, found);
    return found;
  };
}

async function placeholderOf({ at }: Pixels): Promise<string> {
  for (const width of [20, 12, 8, 4]) {
    const bytes = await at(width).webp({ quality: 20, alphaQuality: 20, effort: 6 }).toBuffer();
    const address = `data:image/webp;base64,${bytes.toString('base64')}`;
    if (address.length <= MAX_PLACEHOLDER_BYTES) return address;
  }
  return '';
}

async function isAvifWorthwhile(encode: Encode, width: number): Promise<boolean> {
  const [one, other] = [await encode('avif', width), await encode('webp', width)];
  return one.length <= other.length * WORTHWHILE;
}

/** The files that a picture is sent as. What its camera noted of it is in none of them. */
export async function makePictures(bytes: Uint8Array, wanted: readonly number[]): Promise<MadePictures> {
  const { autoOrient } = await sharp(bytes).metadata();
  const widths = widthsOf(autoOrient.width, wanted);
  const pixels = await decode(bytes, widths.at(-1) ?? autoOrient.width);
  const encode = createEncoder(pixels);
  const trial = widths.findLast((width) => width <= TRIAL_WIDTH) ?? widths[0] ?? autoOrient.width;
  const formats = (await isAvifWorthwhile(encode, trial)) ? (['avif', 'webp'] as const) : (['webp'] as const);
  const pictures: MadePicture[] = [];
  for (const format of formats) {
    for (const width of widths) {
      pictures.push({ width, format, bytes: await encode(format, width) });
    }
  }
  return { pictures, placeholder: await placeholderOf(pixels) };
}
