import { unwrapPoint } from '../../../geo/antimeridian.ts';
import { isSameView } from '../../../geo/camera/same-view.ts';
import { type Matrix, similarity, untransformed } from '../../../geo/camera/similarity.ts';
import { clamp } from '../../../geo/clamp.ts';
import type { Camera, Projection, ScreenPoint } from '../../../geo/lng-lat.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A bitmap of the map as one camera sees it, and of some ground around. */
export interface Sheet {
  /** Looks straight down. */
  readonly camera: Camera;
  /** The screen it is made for, in CSS pixels. */
  readonly viewport: Size;
  /** Its corner on that screen, in CSS pixels: beyond the screen's own, hence negative. */
  readonly left: number;
  readonly top: number;
  /** In pixels of the bitmap, of which `density` make one of CSS. */
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

/** Ground around the screen, in shares of its sides: what a travel brings into view before the next sheet is there. */
const MARGIN = 0.2;
const MIN_MARGIN = 0.04;
/** While the map moves nobody sees finer pixels than these. */
const MOVING_DENSITY = 2;
/** A phone of three pixels to one of CSS keeps within 64 MB with three sheets: two that fade, and one on its way. */
const MOVING_PIXELS = 6e6;
const STILL_PIXELS = 4e6;

/** @param beyond ground around the screen, in shares of its sides */
function sheetFor(camera: Camera, { width, height }: Size, density: number, beyond: number): Sheet {
  // Whole pixels, so that those of a sheet at rest are those of the screen.
  const margin = (length: number): number => Math.ceil(length * density * beyond);
  const across = (length: number): number => Math.ceil(length * density) + 2 * margin(length);
  return {
    camera: { ...camera, pitch: 0 },
    viewport: { width, height },
    left: -margin(width) / density,
    top: -margin(height) / density,
    width: across(width),
    height: across(height),
    density,
  };
}

/** How much longer than the screen's the sides of so many pixels are. */
const growth = ({ width, height }: Size, density: number, pixels: number): number =>
  Math.sqrt(pixels / (width * height)) / density;

/**
 * The sheet to make of a map that rests: every pixel counts, and the ground around less.
 * @param pixelRatio device pixels of a CSS pixel
 */
export function sheetAtRest({ camera, width, height }: Projection, pixelRatio: number): Sheet {
  const screen = { width, height };
  const beyond = (growth(screen, pixelRatio, STILL_PIXELS) - 1) / 2;
  return sheetFor(camera, screen, pixelRatio, clamp(beyond, MIN_MARGIN, MARGIN));
}

/** Frames until a sheet that is asked for is there. */
const LEAD = 4;

/** Where a camera will be then, if it goes on as since the frame before. */
function cameraAhead(before: Camera, now: Camera): Camera {
  const onward = (from: number, to: number): number => to + (to - from) * LEAD;
  const [lng, lat] = unwrapPoint(before.center, now.center[0]);
  return {
    center: [onward(lng, now.center[0]), onward(lat, now.center[1])],
    zoom: onward(before.zoom, now.zoom),
    bearing: onward(before.bearing, now.bearing),
    pitch: 0,
  };
}

/**
 * The sheet to make of a map that moves: for where it will be once the sheet is there, unless that were no use now.
 * @param pixelRatio device pixels of a CSS pixel
 * @param before the frame before
 */
export function sheetAhead(now: Projection, pixelRatio: number, before: Projection): Sheet {
  const screen = { width: now.width, height: now.height };
  const most = growth(screen, 1, MOVING_PIXELS) / (1 + 2 * MARGIN);
  const density = Math.min(pixelRatio, MOVING_DENSITY, most);
  const ahead = sheetFor(cameraAhead(before.camera, now.camera), screen, density, MARGIN);
  return roomAround(ahead, now) >= 0 ? ahead : sheetFor(now.camera, screen, density, MARGIN);
}

const middleOf = ({ width, height }: Size): ScreenPoint => [width / 2, height / 2];

/** From the screen a sheet is made for to the same places on another, whose camera looks straight down, too. */
function shiftTo({ camera, viewport }: Sheet, projection: Projection): Matrix {
  const scale = 2 ** (projection.camera.zoom - camera.zoom);
  const turn = camera.bearing - projection.camera.bearing;
  return similarity(scale, turn, middleOf(viewport), projection.project(camera.center));
}

/** From pixels of a sheet to the places they show, in CSS pixels of a screen. */
export function sheetMatrix(sheet: Sheet, projection: Projection): Matrix {
  const [a, b, c, d, e, f] = shiftTo(sheet, projection);
  const { left, top, density } = sheet;
  return [a / density, b / density, c / density, d / density, e + a * left + c * top, f + b * left + d * top];
}

/** How far, in CSS pixels of its own, a sheet reaches beyond a screen where it does least; negative where it ends on it. */
export function roomAround(sheet: Sheet, projection: Projection): number {
  const shift = shiftTo(sheet, projection);
  const { width, height } = projection;
  const corners = [0, width].flatMap((x) => [0, height].map((y) => untransformed(shift, [x, y])));
  const right = sheet.left + sheet.width / sheet.density;
  const bottom = sheet.top + sheet.height / sheet.density;
  return Math.min(...corners.flatMap(([x, y]) => [x - sheet.left, right - x, y - sheet.top, bottom - y]));
}

/** Lines grow with a sheet: by a tenth nobody sees. */
const ZOOM_OFF = 0.15;
/** Less room than this share of the screen, and the next sheet is due. */
const ROOM_LEFT = MARGIN / 2;

/** Whether the map has moved so far from a sheet that another should be made. */
export function isWorn(sheet: Sheet, projection: Projection): boolean {
  const { width, height } = sheet.viewport;
  const isOff = Math.abs(projection.camera.zoom - sheet.camera.zoom) > ZOOM_OFF;
  return isOff || roomAround(sheet, projection) < ROOM_LEFT * Math.min(width, height);
}

/** Whether a sheet has the very pixels of a screen at rest. */
export const isSharp = ({ camera, viewport, density }: Sheet, projection: Projection, pixelRatio: number): boolean =>
  density === pixelRatio && isSameView({ camera, ...viewport }, projection);
