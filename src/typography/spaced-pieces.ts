import type { LinePiece } from './line-pieces.ts';

/** What `line-pieces.ts` gives for scripts with spaces between words, for the pages of sites that have no others. */
export const linePieces = (paragraph: string): readonly LinePiece[] =>
  paragraph
    .split(/[ \t]+/)
    .filter((part) => part !== '')
    .map((text) => ({ text, space: ' ' }));
