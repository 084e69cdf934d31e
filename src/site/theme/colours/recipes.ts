import type { PaintToken } from '../../../theme/tokens.ts';

/** What a colour is made from. */
export type Seed = 'paper' | 'ink' | 'accent' | 'land' | 'water' | 'tint';

/**
 * How a colour follows from a seed in OKLCH: the hue is the seed's, `chroma` times its chroma, and the lightness either the
 * seed's own with `by` added, or `lightness`.
 */
export interface Recipe {
  readonly seed: Seed;
  readonly by?: number;
  readonly lightness?: number;
  readonly chroma: number;
}

export type Recipes = Readonly<Record<PaintToken, Recipe>>;

const near = (seed: Seed, by = 0, chroma = 1): Recipe => ({ seed, by, chroma });
const at = (seed: Seed, lightness: number, chroma: number): Recipe => ({ seed, lightness, chroma });

/** The distances are those of the palettes that were drawn by hand for the shipped theme. */
const LIGHT: Recipes = {
  paper: near('paper'),
  ink: near('ink'),
  'ink-2': near('ink', 0.197, 1.8),
  'ink-3': near('ink', 0.248, 2.3),
  red: near('accent'),
  hydro: at('water', 0.469, 3.8),
  region: at('land', 0.498, 2.6),
  rule: near('paper', -0.105, 2.3),
  sea: near('water'),
  land: near('land'),
  abroad: near('land', -0.033, 1.06),
  tint: near('tint'),
  'tint-near': near('tint', 0.028, 0.63),
  'tint-past': near('tint', -0.014, 0.6),
  lakes: near('water', -0.038, 1.7),
  rivers: near('water', -0.138, 2.8),
  coast: near('water', -0.177, 2.4),
  borders: near('ink', 0.204, 1.6),
  'region-lines': near('land', -0.26, 2.06),
  roads: near('accent', 0.14, 0.78),
  soft: near('tint', -0.106, 2.1),
  hatch: at('tint', 0.53, 2.2),
  ring: near('land'),
  crosses: near('land', -0.187, 2),
};

const DARK: Recipes = {
  paper: at('paper', 0.214, 0.4),
  ink: at('paper', 0.941, 1.8),
  'ink-2': at('paper', 0.794, 2.4),
  'ink-3': at('paper', 0.672, 2.4),
  red: at('accent', 0.712, 0.96),
  hydro: at('water', 0.71, 3.6),
  region: at('land', 0.704, 2.9),
  rule: at('paper', 0.335, 1.3),
  sea: at('water', 0.222, 1.1),
  land: at('land', 0.261, 0.5),
  abroad: at('land', 0.226, 0.37),
  tint: at('tint', 0.309, 0.67),
  'tint-near': at('tint', 0.278, 0.4),
  'tint-past': at('tint', 0.287, 0.28),
  lakes: at('water', 0.284, 1.85),
  rivers: at('water', 0.435, 3.1),
  coast: at('water', 0.441, 2.15),
  borders: at('paper', 0.626, 2.4),
  'region-lines': at('land', 0.462, 1.6),
  roads: at('accent', 0.57, 0.83),
  soft: at('tint', 0.485, 1.5),
  hatch: at('tint', 0.749, 2.1),
  ring: at('land', 0.326, 1),
  crosses: at('land', 0.433, 1.75),
};

/** Paper is the scrim under the text: the sea at dusk, so that what lies past the basemap's edge is the same ground. */
const DUSK: Recipes = {
  ...DARK,
  paper: at('water', 0.296, 1.4),
  ink: at('paper', 0.956, 1.8),
  'ink-2': at('paper', 0.829, 2.4),
  'ink-3': at('paper', 0.732, 2.4),
  hydro: at('water', 0.779, 3.1),
  region: at('land', 0.755, 2.7),
  rule: at('paper', 0.39, 1.5),
  sea: at('water', 0.296, 1.4),
  land: at('land', 0.348, 0.94),
  abroad: at('land', 0.312, 0.63),
  tint: at('tint', 0.401, 0.77),
  'tint-near': at('tint', 0.382, 0.56),
  'tint-past': at('tint', 0.38, 0.35),
  lakes: at('water', 0.324, 2.1),
  rivers: at('water', 0.508, 3.1),
  coast: at('water', 0.53, 2),
  borders: at('paper', 0.705, 2.6),
  'region-lines': at('land', 0.547, 1.7),
  soft: at('tint', 0.528, 1.6),
  ring: at('land', 0.429, 1.5),
  crosses: at('land', 0.497, 1.5),
};

const NIGHT: Recipes = {
  ...DARK,
  paper: at('paper', 0.192, 0.4),
  sea: at('water', 0.205, 0.92),
  land: at('land', 0.24, 0.38),
  abroad: at('land', 0.209, 0.25),
  tint: at('tint', 0.271, 0.28),
  'tint-near': at('tint', 0.271, 0.28),
  'tint-past': at('tint', 0.262, 0.23),
  lakes: at('water', 0.244, 1.5),
  rivers: at('water', 0.369, 2.8),
  coast: at('water', 0.38, 1.8),
  borders: at('paper', 0.509, 1.9),
  'region-lines': at('land', 0.392, 1.3),
  soft: at('tint', 0.421, 1.2),
  ring: at('land', 0.295, 0.75),
  crosses: at('land', 0.369, 1.2),
};

/** White in every mood, and to be told apart without colour: no ground is darker than 8 %. */
const PRINT: Recipes = {
  ...LIGHT,
  paper: at('paper', 1, 0),
  ink: at('ink', 0.21, 1),
  'ink-2': at('ink', 0.37, 1.4),
  'ink-3': at('ink', 0.435, 1.8),
  hydro: at('water', 0.42, 3),
  region: at('land', 0.43, 2.2),
  rule: at('paper', 0.81, 2),
  sea: at('water', 0.94, 0.6),
  land: at('land', 1, 0),
  abroad: at('land', 0.968, 0.4),
  tint: at('tint', 0.95, 0.5),
  'tint-near': at('tint', 0.95, 0.5),
  'tint-past': at('tint', 0.942, 0.35),
  lakes: at('water', 0.925, 0.8),
  coast: at('water', 0.61, 2.4),
  borders: at('ink', 0.37, 1.4),
  'region-lines': at('land', 0.62, 2),
  soft: at('tint', 0.89, 1.2),
  ring: at('land', 1, 0),
};

/** For readers who ask their device for more contrast: text black on white, lines as dark as text elsewhere. */
const CONTRAST: Recipes = {
  ...LIGHT,
  paper: at('paper', 1, 0),
  ink: at('ink', 0, 0),
  'ink-2': at('ink', 0.2, 1),
  'ink-3': at('ink', 0.27, 1),
  red: at('accent', 0.42, 1),
  hydro: at('water', 0.34, 3.8),
  region: at('land', 0.33, 2),
  rule: at('ink', 0.3, 1),
  land: at('land', 1, 0),
  ring: at('land', 1, 0),
  rivers: at('water', 0.5, 3.5),
  coast: at('water', 0.45, 3),
  borders: at('ink', 0.2, 1),
  'region-lines': at('ink', 0.5, 1),
  roads: at('accent', 0.52, 1),
  crosses: at('land', 0.6, 2),
};

const CONTRAST_DARK: Recipes = {
  ...DARK,
  paper: at('paper', 0, 0),
  ink: at('paper', 1, 0),
  'ink-2': at('paper', 0.93, 1),
  'ink-3': at('paper', 0.87, 1),
  red: at('accent', 0.8, 0.9),
  hydro: at('water', 0.85, 3.6),
  region: at('land', 0.87, 2.9),
  rule: at('paper', 0.85, 1),
  sea: at('water', 0.2, 1.1),
  land: at('land', 0.14, 0.3),
  abroad: at('land', 0.17, 0.3),
  tint: at('tint', 0.24, 0.67),
  'tint-near': at('tint', 0.22, 0.4),
  'tint-past': at('tint', 0.21, 0.28),
  ring: at('land', 0.2, 0.6),
  rivers: at('water', 0.62, 3.1),
  coast: at('water', 0.7, 2.15),
  borders: at('paper', 0.9, 1),
  'region-lines': at('land', 0.7, 1.6),
  roads: at('accent', 0.68, 0.9),
};

export const RECIPES = {
  light: LIGHT,
  dark: DARK,
  dusk: DUSK,
  night: NIGHT,
  print: PRINT,
  contrast: CONTRAST,
  'contrast-dark': CONTRAST_DARK,
} as const;
