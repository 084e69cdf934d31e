import { middleOf } from '../../geo/boxes.ts';
import { clamp } from '../../geo/clamp.ts';
import type { Box } from '../../geo/lng-lat.ts';
import { mix } from '../easing.ts';
import type { Layout } from '../layout.ts';
import type { Crop } from './medium.ts';

/** A picture as far as where it stands depends on it: pixels, and what must stay in view. */
export interface PictureShape {
  readonly width: number;
  readonly height: number;
  readonly focus: readonly [number, number];
}

/** The stage, and the part of it that the text leaves free. */
export interface StageShape extends Pick<Layout, 'freeBox' | 'stageHeightPx'> {
  /** CSS pixels. */
  readonly width: number;
}

/** Where a length begins so that `at` of it lies on `goal`, as near as covers 0 to `room`. */
const begin = (length: number, at: number, goal: number, room: number): number =>
  clamp(goal - length * at, room - length, 0);

/** Share of the free box that a focus keeps from its edges. */
const INSET = 0.25;
/** So much larger than it must be to cover the stage a picture gets at most for the sake of its focus. */
const MOST = 2.5;

/** How long a picture must be to cover a room, and for one share of it to come between two points of that room. */
const lengthFor = (at: number, from: number, to: number, room: number): number =>
  Math.max(room, from / Math.max(at, 1e-6), (room - to) / Math.max(1 - at, 1e-6));

/** The scale at which the focus can stand in the free box: a picture that just covers the stage may not reach so far. */
function scaleForFocus(
  { width, height, focus }: PictureShape,
  { freeBox, width: room, stageHeightPx }: StageShape,
): number {
  const { left, right, top, bottom } = freeBox;
  const [x, y] = [INSET * (right - left), INSET * (bottom - top)];
  return Math.max(
    lengthFor(focus[0], left + x, right - x, room) / width,
    lengthFor(focus[1], top + y, bottom - y, stageHeightPx) / height,
  );
}

/**
 * Where the whole picture lies so that it covers the stage and a crop of it, or its focus, is in the free box: a crop as
 * large as fits there, but never so small that the stage shows beside it.
 */
function boxFor(picture: PictureShape, crop: Crop | null, stage: StageShape): Box {
  const { freeBox, width, stageHeightPx } = stage;
  const [left, top, right, bottom] = crop ?? [0, 0, 1, 1];
  const at = crop ? ([(left + right) / 2, (top + bottom) / 2] as const) : picture.focus;
  const cover = Math.max(width / picture.width, stageHeightPx / picture.height);
  const fit = Math.min(
    (freeBox.right - freeBox.left) / ((right - left) * picture.width),
    (freeBox.bottom - freeBox.top) / ((bottom - top) * picture.height),
  );
  const wanted = crop ? fit : Math.min(scaleForFocus(picture, stage), MOST * cover);
  const scale = Math.max(cover, wanted);
  const size = [picture.width * scale, picture.height * scale] as const;
  const [x, y] = middleOf(freeBox);
  const [boxLeft, boxTop] = [begin(size[0], at[0], x, width), begin(size[1], at[1], y, stageHeightPx)];
  return { left: boxLeft, top: boxTop, right: boxLeft + size[0], bottom: boxTop + size[1] };
}

/**
 * Where a backdrop lies at one moment of its section, in CSS pixels of the stage.
 * @param t 0 shows the first crop, 1 the last; two boxes that cover the stage cover it all the way between them
 */
export function backdropBox(
  picture: PictureShape,
  { from, to }: { readonly from: Crop | null; readonly to: Crop | null },
  stage: StageShape,
  t: number,
): Box {
  const [first, last] = [boxFor(picture, from, stage), boxFor(picture, to, stage)];
  return {
    left: mix(first.left, last.left, t),
    top: mix(first.top, last.top, t),
    right: mix(first.right, last.right, t),
    bottom: mix(first.bottom, last.bottom, t),
  };
}
