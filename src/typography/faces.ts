type Blocks = readonly (readonly [first: number, last: number])[];

/** All characters of some blocks, given by their first and last code points. */
export const charactersOf = (blocks: Blocks): readonly string[] =>
  blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  );

/** Weights that styles and map texts ask for. */
export const WEIGHTS = { min: 400, max: 700 } as const;

/** Latin letters, figures and signs of every edition. Their forms follow the type size. */
export const LATIN_FACE = {
  family: 'Newsreader',
  variable: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  italic: '@fontsource/newsreader/files/newsreader-latin-400-italic.woff2',
} as const;

/** All that Latin text may hold; what the face lacks of it is no loss. */
export const LATIN_BLOCKS: Blocks = [
  [0x20, 0x17f],
  [0x2c6, 0x2dd],
  [0x300, 0x331],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
];

/** The Arabic script. Beside Latin text the regular weight is enough. */
export const ARABIC_FACE = {
  family: 'Noto Naskh Arabic',
  variable: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
  regular: '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2',
} as const;

/** Letters, figures and marks of the Arabic script alone: all else on an Arabic page is set in the Latin face. */
export const ARABIC_BLOCKS: Blocks = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  [0x200c, 0x200f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
];

/** Optical sizes, in CSS px, between which Latin widths change in a straight line. */
export const OPTICAL_SIZES = { min: 6, middle: 18, max: 72 } as const;

/** Beside Arabic, Latin is the smaller text (names on the map, sources), and its face has this one optical size. */
export const SMALL_OPTICAL_SIZE = 14;
