import sharp from 'sharp';
import { EARTH_CIRCUMFERENCE_METRES, fromWorld } from '../../../geo/mercator.ts';
import { type Ramp, type Stretch, toColours } from '../raster/draw/colours.ts';
import { contourSvg } from '../raster/draw/contour-lines.ts';
import { hillshade } from '../raster/draw/hillshade.ts';
import { linear, spline, type Target, warp } from '../raster/draw/warp.ts';
import type { Pixels, Raster } from '../raster/raster.ts';
import type { Rgba } from './fit-picture.ts';
import type { PictureTarget } from './picture-target.ts';

/** How a raster is shown. */
export type Drawing =
  | {
      readonly kind: 'picture';
      readonly bands: readonly number[];
      readonly stretch: Stretch;
      readonly ramp: Ramp | null;
    }
  | { readonly kind: 'relief'; readonly exaggeration: number; readonly contours: number | null };

/** Metres on the ground that a pixel of a target is wide, in its middle. */
function metresPerPixel({ box: [left, top, right, bottom], width }: Target): number {
  const [, lat] = fromWorld([(left + right) / 2, (top + bottom) / 2]);
  return ((right - left) * EARTH_CIRCUMFERENCE_METRES * Math.cos((lat * Math.PI) / 180)) / width;
}

async function withContours(shade: Rgba, pixels: Pixels, interval: number): Promise<Rgba> {
  const { width, height } = shade;
  const lines = new TextEncoder().encode(contourSvg(pixels, interval));
  const data = await sharp(shade.data, { raw: { width, height, channels: 4 } })
    .composite([{ input: Buffer.from(lines), top: 0, left: 0 }])
    .raw()
    .toBuffer();
  return { data, width, height };
}

function drawn(pixels: Pixels, target: Target, drawing: Drawing): Rgba | Promise<Rgba> {
  const { width, height } = target;
  if (drawing.kind === 'picture') return { data: toColours(pixels, drawing.stretch, drawing.ramp), width, height };
  const shade = { data: hillshade(pixels, metresPerPixel(target), drawing.exaggeration), width, height };
  return drawing.contours === null ? shade : withContours(shade, pixels, drawing.contours);
}

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** How much is left along one side after another, from 0 to 1. */
function left(length: number, before: number, after: number): Float32Array {
  const share = (distance: number, fade: number): number => (fade === 0 ? 1 : Math.min(1, distance / (fade * length)));
  return Float32Array.from(
    { length },
    (_, at) => smooth(share(at + 0.5, before)) * smooth(share(length - at - 0.5, after)),
  );
}

/** Lets a picture fade out beyond what is seen at rest, so that a flight over its edge shows no edge. */
function faded({ data, width, height }: Rgba, fade: PictureTarget['fade']): Rgba {
  const [across, down] = [left(width, fade.left, fade.right), left(height, fade.top, fade.bottom)];
  const next = new Uint8Array(data);
  for (let index = 0; index < width * height; index += 1) {
    const share = (across[index % width] ?? 1) * (down[Math.floor(index / width)] ?? 1);
    next[4 * index + 3] = Math.round((data[4 * index + 3] ?? 0) * share);
  }
  return { data: next, width, height };
}

/** What a target shows of a raster; null where that holds nothing of it. */
export async function drawPicture(raster: Raster, target: PictureTarget, drawing: Drawing): Promise<Rgba | null> {
  const isRelief = drawing.kind === 'relief';
  const pixels = await warp(raster, target, isRelief ? [0] : drawing.bands, isRelief ? spline : linear);
  return pixels && faded(await drawn(pixels, target, drawing), target.fade);
}
