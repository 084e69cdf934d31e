import { contrastRatio } from '../../../basemap/contrast.ts';
import type { PaletteName } from '../../../content/schema/theme.ts';
import type { PaintToken, Palette } from '../../../theme/tokens.ts';

/** A colour that must be told from a ground. */
export interface ContrastPair {
  readonly over: PaintToken;
  readonly ground: PaintToken;
  /** WCAG 2: 4.5 for text, 3 for lines and other signs. */
  readonly atLeast: number;
}

const [TEXT, SIGN] = [4.5, 3];

const onEach = (over: PaintToken, grounds: readonly PaintToken[], atLeast = TEXT): readonly ContrastPair[] =>
  grounds.map((ground) => ({ over, ground, atLeast }));

const EVERYWHERE: readonly PaintToken[] = ['paper', 'land', 'abroad', 'sea', 'tint', 'tint-near', 'tint-past'];

/**
 * What stands on what: text of page and map, names, the lettering of road shields (paper on the accent), focus rings (ink),
 * roads and people on the move (the accent as a line).
 */
const PAIRS: readonly ContrastPair[] = [
  ...onEach('ink', EVERYWHERE),
  ...onEach('ink-2', EVERYWHERE),
  ...onEach('ink-3', ['paper', 'land', 'abroad', 'sea']),
  ...onEach('hydro', ['sea', 'land', 'abroad', 'tint']),
  ...onEach('region', ['land', 'abroad']),
  ...onEach('red', ['paper']),
  ...onEach('red', ['land', 'abroad', 'sea', 'tint'], SIGN),
];

/** Names of regions stand on tints, too, but not in the darkened moods, whose tints are of what just was. */
const ON_TINTS = onEach('region', ['tint']);

export const pairsOf = (name: PaletteName): readonly ContrastPair[] =>
  name === 'dusk' || name === 'night' ? PAIRS : [...PAIRS, ...ON_TINTS];

/** A pair that cannot be told apart well enough. */
export interface FaintPair extends ContrastPair {
  readonly ratio: number;
}

export function faintPairs(name: PaletteName, palette: Palette): readonly FaintPair[] {
  return pairsOf(name)
    .map((pair) => ({ ...pair, ratio: contrastRatio(palette[pair.over], palette[pair.ground]) }))
    .filter(({ ratio, atLeast }) => ratio < atLeast);
}
