import type { Feature } from 'geojson';
import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';
import type { Field } from '../input/field.ts';
import type { Account } from '../report/account.ts';

/** Where a chapter looks: a camera as other tools have it, or ground to be fitted. */
export type ImportedFrame =
  | {
      readonly kind: 'view';
      readonly center: LngLat;
      readonly zoom: number;
      readonly pitch: number;
      readonly bearing: number;
    }
  | { readonly kind: 'bounds'; readonly bounds: LngLatBounds; readonly pitch?: number; readonly bearing?: number };

/** A picture, film, recording or page that a story shows. Whether it can be had is known later. */
export interface ImportedMedium {
  readonly address: string;
  readonly alt: string;
  /** HTML. */
  readonly caption: string;
  /** HTML. */
  readonly credit: string;
  /** Where its address stands; null where in the middle of a text. */
  readonly from: Field | null;
  /** Words that make no sense without it. */
  readonly words: readonly Field[];
}

/** One row of a colour key. */
export interface KeyRow {
  /** HTML. */
  readonly label: string;
  /** A colour of CSS; empty where there is none. */
  readonly color: string;
}

/** Pieces of a chapter's text, one below the other. */
export type Block =
  | { readonly kind: 'html'; readonly html: string; readonly from: Field | null }
  | { readonly kind: 'media'; readonly media: readonly ImportedMedium[] }
  | {
      readonly kind: 'compare';
      readonly before: ImportedMedium;
      readonly after: ImportedMedium;
      readonly caption: string;
    }
  | { readonly kind: 'key'; readonly title: string; readonly rows: readonly KeyRow[] };

export interface ImportedPlace {
  readonly name: string;
  readonly lngLat: LngLat;
  readonly source: string;
}

/** A line that is drawn while its chapter is read; `from` and `to` are shares of it. */
export interface ImportedLine {
  /** Id of a feature of the story's own routes. */
  readonly line: string;
  readonly span: readonly [number, number];
  readonly isEarlier: boolean;
}

/** How a layer is painted, as far as its tool says it in plain values. */
export interface LayerPaint {
  readonly color: string;
  readonly opacity: number;
  /** Colours by the values of a property, where it tells its features apart. */
  readonly categories: { readonly property: string; readonly colors: Readonly<Record<string, string>> } | null;
  /** Width of its lines, in CSS pixels; null where nothing says it. */
  readonly widthPx: number | null;
  /** Of its dots. */
  readonly radiusPx: number | null;
}

/** A layer whose features stand in the input. */
export interface ImportedLayer {
  readonly id: string;
  readonly name: string;
  readonly features: readonly Feature[];
  readonly paint: LayerPaint;
  /** Before any chapter says otherwise, 0 to 1. */
  readonly startOpacity: number;
  readonly from: Field;
}

/** One chapter or slide. */
export interface ImportedChapter {
  /** The id it had, or its place in the row. */
  readonly name: string;
  readonly title: string;
  readonly kicker: string;
  readonly blocks: readonly Block[];
  /** Null where it says nothing: it then shows what the chapter before it shows. */
  readonly frame: ImportedFrame | null;
  readonly isCut: boolean;
  readonly card: { readonly side: 'start' | 'end'; readonly layout: 'column' | 'over' };
  readonly mood: 'paper' | 'dusk' | 'night';
  /** In place of the map. */
  readonly backdrop: ImportedMedium | null;
  readonly places: readonly ImportedPlace[];
  readonly lines: readonly ImportedLine[];
  /** Opacities by the ids of layers, of all that are told of here. */
  readonly layers: Readonly<Record<string, number>>;
  /** The part of the report it stands in. */
  readonly part: string;
}

/** A story from another tool, as far as this one can tell it. */
export interface ImportedStory {
  readonly dialect: string;
  /** The language its words are in, as it says itself; empty where it does not. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  /** HTML of the last page, one piece below the other. */
  readonly footer: readonly Block[];
  /** The text and frame of the title page, where the tool has one. */
  readonly opening: ImportedChapter | null;
  readonly chapters: readonly ImportedChapter[];
  /** Lines by the ids that chapters call them by, each in one piece or several. */
  readonly routes: Readonly<Record<string, readonly (readonly LngLat[])[]>>;
  readonly layers: readonly ImportedLayer[];
  /** Whether it moved over a picture, whose points no map of the earth has. */
  readonly isMapless: boolean;
}

/** A story with the input it was read from. */
export interface Reading {
  readonly story: ImportedStory;
  /** What the account speaks of. */
  readonly root: unknown;
  readonly account: Account;
}

/** A chapter that shows and says nothing yet. */
export const BLANK_CHAPTER: ImportedChapter = {
  name: '',
  title: '',
  kicker: '',
  blocks: [],
  frame: null,
  isCut: false,
  card: { side: 'start', layout: 'column' },
  mood: 'paper',
  backdrop: null,
  places: [],
  lines: [],
  layers: {},
  part: '',
};

export const BLANK_STORY: Omit<ImportedStory, 'dialect' | 'chapters'> = {
  language: '',
  title: '',
  subtitle: '',
  byline: '',
  footer: [],
  opening: null,
  routes: {},
  layers: [],
  isMapless: false,
};

/** Input that cannot be imported; its message says why, in the author's words. */
export class ImportRefusal extends Error {}
