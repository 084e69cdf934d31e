import type { LngLat } from '../../../geo/lng-lat.ts';

/** Left, top, right and bottom in pixels of a raster, counted from its top left corner. */
export type Window = readonly [left: number, top: number, right: number, bottom: number];

/** Values of a window, reduced to a size: band by band, each row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Float32Array[];
  /** 0 where the raster holds nothing, 1 where it does. */
  readonly alpha: Float32Array;
}

/** A position among pixels; fractions are shares of a pixel. */
export type PixelPoint = readonly [x: number, y: number];

/** A picture or a model of heights that knows where it lies. */
export interface Raster {
  /** What it is, in words. */
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly bands: number;
  /** The largest value a colour can have; null where the bands are measurements. */
  readonly white: 255 | 65535 | null;
  /** Untrusted: may hold HTML. */
  readonly attribution: string;
  /** Null where the place has no position in the raster's projection. */
  readonly pixelAt: (lngLat: LngLat) => PixelPoint | null;
  /**
   * Reads a window, never holding much more of the file than is returned.
   * @param most the size wanted; what is returned is never larger than the window
   * @param bands which, counted from 0
   */
  readonly read: (
    window: Window,
    most: { readonly width: number; readonly height: number },
    bands: readonly number[],
  ) => Promise<Pixels>;
  readonly close: () => void;
}

/** A raster before anybody has said where it lies. */
export type UnplacedRaster = Omit<Raster, 'pixelAt'>;

/** How a raster is laid on the ground: the position of a place among its pixels. */
export type Placement = Raster['pixelAt'];

/** More pixels at once would not fit into the memory of a small machine. */
export const MAX_PIXELS_AT_ONCE = 2 ** 24;
