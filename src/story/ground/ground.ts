import type { LngLatBounds } from '../../geo/lng-lat.ts';

/** Screens a picture is cut for: wider than tall, or taller than wide; `any` is one of the ways between sections. */
export type PictureScreens = 'wide' | 'upright' | 'any';

/** A part of a ground as some sections see it: a picture of upright bounds in Web Mercator. */
export interface GroundPicture {
  /** Name of the picture beside the file that tells of it. */
  readonly file: string;
  /** Address from the site's root; empty where the page names it elsewhere. */
  readonly src: string;
  /** Ids of the sections it is for. */
  readonly sections: readonly string[];
  readonly screens: PictureScreens;
  /** Degrees; west < east. */
  readonly bounds: LngLatBounds;
  /** What was asked for, in degrees: more than `bounds` where the raster ends before. */
  readonly seen: LngLatBounds;
  readonly width: number;
  readonly height: number;
  /** Relative luminance as WCAG 2 defines it, 0–1: of all of it, and what a tenth is darker and a tenth brighter than. */
  readonly luminance: { readonly mean: number; readonly dark: number; readonly bright: number };
}

/** Whose a ground is. `short` is what may not be left out where there is little room. */
export interface GroundCredit {
  readonly text: string;
  /** The same in other languages, by tag; `text` is for all that are not among them. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
  readonly short: string | null;
  readonly licence: string;
}

/**
 * What lies over the map in place of its own ground. A relief is shadow and light alone, so the map's colours stay.
 */
export interface Ground {
  readonly kind: 'picture' | 'relief';
  readonly attribution: readonly GroundCredit[];
  /** What makes the files again. */
  readonly command: string;
  readonly pictures: readonly GroundPicture[];
}

/** `content/stories/<story>/ground/<name>.json`: a ground as `npm run ground` cuts it. */
export interface GroundFile extends Omit<Ground, 'pictures'> {
  readonly pictures: readonly Omit<GroundPicture, 'src'>[];
}

/** Bytes that the file of one picture may have. */
export const PICTURE_BUDGET = 150_000;

/** The name of the ground that is a relief. */
export const RELIEF = 'relief';

/** What the map's own ground is called where it is compared with a picture. */
export const MAP = 'map';

/** What a section lays over its map. */
export interface GroundUse {
  /** Name of the ground that is shown, or shown first; null where only relief is. */
  readonly show: string | null;
  /** How opaque it is, 0–1. */
  readonly over: number;
  /** Name of the one that takes its place as the reader scrolls; null where it stays. */
  readonly after: string | null;
  /** What the two are called in words; empty where nothing takes the place of another. */
  readonly labels: readonly [before: string, after: string];
  /** How strong the relief is, 0–1. */
  readonly relief: number;
}
