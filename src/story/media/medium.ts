/** One of the files a picture is sent as. */
export interface PictureFile {
  /** Address from the site's root. */
  readonly src: string;
  readonly width: number;
  readonly type: string;
}

/** What a build makes of one media file. */
export interface BuiltMedium {
  /** Of a picture, by type and width, the smallest type and width first; else the file itself. */
  readonly files: readonly PictureFile[];
  /** A blurred picture of a few pixels as an address that holds it; empty where there is none. */
  readonly placeholder: string;
}

/** A picture, film or recording of a story, in one language. */
export interface Medium extends BuiltMedium {
  readonly name: string;
  readonly kind: 'picture' | 'drawing' | 'video' | 'audio' | 'captions';
  /** Pixels as it is seen; 0 for sound. */
  readonly width: number;
  readonly height: number;
  readonly durationS: number;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly licence: string;
  /** What must stay in view: shares of width and height from the top left. */
  readonly focus: readonly [number, number];
  /** Id of a source, or empty. */
  readonly source: string;
  /** Whether it is hidden until the reader asks, and why, where somebody said. */
  readonly isSensitive: boolean;
  readonly sensitiveReason: string;
  /** Names of other files of the story; empty where there is none. */
  readonly poster: string;
  readonly dark: string;
  /** Names of files with captions by language. */
  readonly captions: Readonly<Record<string, string>>;
  readonly untranslated: readonly string[];
}

/** Left, top, right and bottom of a part of a picture, as shares of it. */
export type Crop = readonly [number, number, number, number];

/** A picture or a film that a section shows in place of the map. */
export interface Backdrop {
  /** Names of files of the story. */
  readonly src: string;
  /** For screens taller than wide; the same as `src` where there is no other. */
  readonly portrait: string;
  /** What is in view when the section is reached and when it is left; null where as much as fits is. */
  readonly from: Crop | null;
  readonly to: Crop | null;
  /** A film whose moment is the reader's place in the section. */
  readonly scrub: boolean;
}

/**
 * The address a mark on the map shows a picture by: one that all browsers read, no larger than it is drawn. Of a picture that
 * is hidden until the reader asks, or has no file here, its placeholder, in which nothing can be made out.
 */
export function markAddress({ files, placeholder, isSensitive }: Medium): string {
  if (isSensitive) return placeholder;
  return files.find(({ type }) => type !== 'image/avif')?.src ?? placeholder;
}
