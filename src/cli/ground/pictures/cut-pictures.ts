import { unionOf } from '../../../geo/bounds.ts';
import type { GroundPicture } from '../../../story/ground/ground.ts';
import { GroundRefusal } from '../archive/archive.ts';
import { degreesOf } from '../degrees-of.ts';
import { stretchFor } from '../raster/draw/colours.ts';
import { warp } from '../raster/draw/warp.ts';
import type { Raster } from '../raster/raster.ts';
import { type Drawing, drawPicture } from './draw-picture.ts';
import { fitPicture } from './fit-picture.ts';
import { luminanceOf } from './luminance-of.ts';
import type { PictureOptions } from './picture-options.ts';
import { targetFor } from './picture-target.ts';
import type { PictureNeed } from './picture-views.ts';

/** A picture with its bytes. */
export interface CutPicture {
  readonly picture: Omit<GroundPicture, 'src'>;
  readonly bytes: Uint8Array;
}

/** The smooth slopes between heights are seen; the pixels of a picture are only larger ones. */
const FINER = { picture: 1.5, relief: 4 } as const;
/** Enough to know how bright a raster is. */
const SAMPLE = 512;

const HEIGHT_COLOURS = ['#6f9573', '#b9c48f', '#e3d6a2', '#cfae78', '#a5805a', '#f3f0ea'] as const;

function bandsFor(raster: Raster, { bands, from }: PictureOptions): readonly number[] {
  const wanted = bands?.map((band) => band - 1) ?? (raster.bands >= 3 ? [0, 1, 2] : [0]);
  if (wanted.every((band) => band < raster.bands)) return wanted;
  throw new GroundRefusal(
    `--bands ${bands?.join()}: ${from} has ${raster.bands} ${raster.bands === 1 ? 'band' : 'bands'}.`,
  );
}

/** How the raster is shown, the same in all its pictures. */
async function drawingFor(raster: Raster, options: PictureOptions, needs: readonly PictureNeed[]): Promise<Drawing> {
  if (options.isRelief) return { kind: 'relief', exaggeration: options.exaggeration, contours: options.contours };
  const bands = bandsFor(raster, options);
  const ramp = options.ramp ?? (options.tint ? HEIGHT_COLOURS : null);
  const wish = options.stretch ?? (raster.white === 255 && ramp === null ? 'none' : 'auto');
  if (typeof wish !== 'string') return { kind: 'picture', bands, ramp, stretch: bands.map(() => wish) };
  const isPlain = wish === 'none' && raster.white !== null;
  if (isPlain) return { kind: 'picture', bands, ramp, stretch: bands.map(() => [0, raster.white ?? 255] as const) };
  const box = unionOf(needs.map((need) => need.box));
  const shape = (box[3] - box[1]) / (box[2] - box[0]);
  const size = { width: Math.round(SAMPLE / Math.max(1, shape)), height: Math.round(SAMPLE * Math.min(1, shape)) };
  const seen = await warp(raster, { box, width: Math.max(2, size.width), height: Math.max(2, size.height) }, bands);
  return { kind: 'picture', bands, ramp, stretch: seen && stretchFor(seen) };
}

const nameOf = (as: string, { sections, screens }: PictureNeed): string =>
  `${as}.${screens === 'any' ? `${sections[0]}.way` : `${sections[0]}.${screens}`}.webp`;

/** What each need shows of the raster; nothing of those that lie beside it. */
export async function cutPictures(
  raster: Raster,
  needs: readonly PictureNeed[],
  options: PictureOptions,
  tell: (line: string) => void,
): Promise<readonly CutPicture[]> {
  const drawing = await drawingFor(raster, options, needs);
  const cuts: CutPicture[] = [];
  for (const need of needs) {
    const target = targetFor(need, raster, FINER[drawing.kind]);
    const drawn = target && (await drawPicture(raster, target, drawing));
    const file = nameOf(options.as, need);
    if (target === null || drawn === null) {
      tell(`${need.sections.join(', ')} (${need.screens}): nothing of it is in the file.`);
      continue;
    }
    const { bytes, width, height } = await fitPicture(drawn);
    tell(`${file}: ${width} × ${height}, ${Math.ceil(bytes.length / 1000)} kB.`);
    const { sections, screens } = need;
    const picture = {
      file,
      sections,
      screens,
      bounds: degreesOf(target.box, 7),
      seen: degreesOf(need.box, 7),
      width,
      height,
      luminance: luminanceOf(drawn),
    };
    cuts.push({ picture, bytes });
  }
  return cuts;
}
