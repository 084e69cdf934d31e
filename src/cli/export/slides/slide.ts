import type { FilmLine } from '../../film/text/film-text.ts';

/** What one slide shows: words as words, and the map as a picture. */
export interface Slide {
  readonly kicker: string;
  readonly title: string;
  readonly lines: readonly FilmLine[];
  /** PNG, in base64. */
  readonly picture: string;
  /** The map in words, for those who do not see it. */
  readonly alt: string;
  /** Whose map it is. */
  readonly credits: string;
  /** What its speaker may say: the section's text, and its sources. */
  readonly notes: string;
}

/** Colours as PowerPoint writes them: six hexadecimal digits. */
export interface SlideColors {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly accent: string;
}

export interface Deck {
  readonly title: string;
  readonly publisher: string;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly colors: SlideColors;
  readonly slides: readonly Slide[];
  /** What stands on the last slide: publisher, sources and address. */
  readonly closing: readonly string[];
}
