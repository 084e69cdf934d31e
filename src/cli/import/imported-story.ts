import type { LngLat, LngLatBounds } from '../../geo/lng-lat.ts';

/** What became of something the other tool had, and why. */
export interface Note {
  readonly verdict: 'kept' | 'changed' | 'dropped';
  readonly what: string;
  readonly why: string;
}

export const kept = (what: string, why: string): Note => ({ verdict: 'kept', what, why });
export const changed = (what: string, why: string): Note => ({ verdict: 'changed', what, why });
export const dropped = (what: string, why: string): Note => ({ verdict: 'dropped', what, why });

/** Where a chapter looks: a camera as other tools have it, or ground to be fitted. */
export type ImportedFrame =
  | {
      readonly kind: 'view';
      readonly center: LngLat;
      readonly zoom: number;
      readonly pitch: number;
      readonly bearing: number;
    }
  | { readonly kind: 'bounds'; readonly bounds: LngLatBounds };

/** One chapter or slide, its words still HTML. */
export interface ImportedChapter {
  /** The id it had, or its place in the row. */
  readonly name: string;
  readonly title: string;
  readonly kicker: string;
  /** Pieces of HTML, one below the other. */
  readonly body: readonly string[];
  /** Null where it says nothing: it then shows what the chapter before it shows. */
  readonly frame: ImportedFrame | null;
  readonly isCut: boolean;
  readonly side: 'start' | 'end';
  readonly notes: readonly Note[];
}

/** A story from another tool, as far as this one can tell it. */
export interface ImportedStory {
  readonly dialect: string;
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly footer: string;
  /** The body and frame of the title page, where the tool has one. */
  readonly opening: ImportedChapter | null;
  readonly chapters: readonly ImportedChapter[];
  readonly notes: readonly Note[];
}

/** Input that cannot be imported; its message says why, in the author's words. */
export class ImportRefusal extends Error {}
