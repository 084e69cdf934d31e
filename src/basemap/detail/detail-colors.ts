import type { OwnToken, PaletteName } from '../themes.ts';

type Colors = Readonly<Record<OwnToken, string>>;

/** Quieter than everything a story says on it: a town is told by its plan, not by its colours. */
export const DETAIL_COLORS: Readonly<Record<PaletteName, Colors>> = {
  light: {
    'own-built-up': '#F0E9DB',
    'own-woods': '#E1E5D2',
    'own-parks': '#E6EAD8',
    'own-buildings': '#DED3C0',
    'own-street': '#FFFDF9',
    'own-street-edge': '#DBD0BD',
    'own-street-great': '#FBE7D8',
    'own-street-great-edge': '#D9B7A2',
    'own-path': '#C6BAA5',
    'own-rail': '#A79C8A',
  },
  dark: {
    'own-built-up': '#2B2824',
    'own-woods': '#242920',
    'own-parks': '#272C23',
    'own-buildings': '#37332C',
    'own-street': '#403B33',
    'own-street-edge': '#1F1D1A',
    'own-street-great': '#55423A',
    'own-street-great-edge': '#211C19',
    'own-path': '#4C463B',
    'own-rail': '#645C4E',
  },
  dusk: {
    'own-built-up': '#453F37',
    'own-woods': '#3A4035',
    'own-parks': '#3F4539',
    'own-buildings': '#524A3F',
    'own-street': '#5B5347',
    'own-street-edge': '#35302A',
    'own-street-great': '#6D564A',
    'own-street-great-edge': '#372F2A',
    'own-path': '#655C4E',
    'own-rail': '#7D7363',
  },
  night: {
    'own-built-up': '#25231F',
    'own-woods': '#1F231C',
    'own-parks': '#22261F',
    'own-buildings': '#2F2B25',
    'own-street': '#37322B',
    'own-street-edge': '#1A1916',
    'own-street-great': '#493931',
    'own-street-great-edge': '#1C1816',
    'own-path': '#403A31',
    'own-rail': '#544D41',
  },
};
