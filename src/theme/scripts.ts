/** First and last code points. */
export type Blocks = readonly (readonly [first: number, last: number])[];

/** All characters of some blocks, given by their first and last code points. */
export const charactersOf = (blocks: Blocks): readonly string[] =>
  blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  );

/** All that Latin text may hold; what a face lacks of it is no loss. */
export const LATIN_BLOCKS: Blocks = [
  [0x20, 0x17f],
  [0x2c6, 0x2dd],
  [0x300, 0x331],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
];

/** Letters, figures and marks of the Arabic script alone: all else on an Arabic page is set in the Latin face. */
export const ARABIC_BLOCKS: Blocks = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  [0x200c, 0x200f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
];

/** Scripts a theme has faces for, by their ISO 15924 codes, and what Fontsource calls them. */
export const SCRIPT_BLOCKS = {
  latn: { subset: 'latin', blocks: LATIN_BLOCKS },
  cyrl: {
    subset: 'cyrillic',
    blocks: [
      [0x400, 0x52f],
      [0x2116, 0x2116],
    ],
  },
  grek: {
    subset: 'greek',
    blocks: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
  },
  arab: { subset: 'arabic', blocks: ARABIC_BLOCKS },
  hebr: {
    subset: 'hebrew',
    blocks: [
      [0x591, 0x5f4],
      [0xfb1d, 0xfb4f],
    ],
  },
  deva: {
    subset: 'devanagari',
    blocks: [
      [0x900, 0x97f],
      [0xa8e0, 0xa8ff],
    ],
  },
  beng: { subset: 'bengali', blocks: [[0x980, 0x9ff]] },
  thai: { subset: 'thai', blocks: [[0xe00, 0xe7f]] },
  geor: {
    subset: 'georgian',
    blocks: [
      [0x10a0, 0x10ff],
      [0x1c90, 0x1cbf],
    ],
  },
  armn: { subset: 'armenian', blocks: [[0x530, 0x58f]] },
  ethi: { subset: 'ethiopic', blocks: [[0x1200, 0x139f]] },
} as const satisfies Readonly<Record<string, { readonly subset: string; readonly blocks: Blocks }>>;

export type Script = keyof typeof SCRIPT_BLOCKS;

/** A font file, of a package or by its whole path, and the script it is used for. */
export interface OutlineFace {
  readonly path: string;
  readonly script: Script;
}
