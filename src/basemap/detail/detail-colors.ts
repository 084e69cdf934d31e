import { contrastRatio } from '../contrast.ts';
import { mixColors } from '../mix-colors.ts';
import type { MapPalette, OwnToken } from '../themes.ts';

/** What tells woods from ground, in the light and in the dark. */
const GREEN = { light: '#6F8F3F', dark: '#4C7A36' } as const;

type Mix = readonly [onto: keyof MapPalette | `#${string}`, share: number];

/** Ground of each kind: land with a share of another colour. Quieter than everything a story says on it. */
const LIGHT: Readonly<Record<OwnToken, Mix>> = {
  'own-built-up': ['ink', 0.04],
  'own-woods': [GREEN.light, 0.16],
  'own-parks': [GREEN.light, 0.1],
  'own-buildings': ['ink-3', 0.18],
  'own-street': ['#FFFFFF', 0.85],
  'own-street-edge': ['ink-3', 0.22],
  'own-street-great': ['roads', 0.18],
  'own-street-great-edge': ['roads', 0.5],
  'own-path': ['ink-3', 0.36],
  'own-rail': ['ink-3', 0.55],
};

const DARK: typeof LIGHT = {
  'own-built-up': ['ink', 0.03],
  'own-woods': [GREEN.dark, 0.14],
  'own-parks': [GREEN.dark, 0.22],
  'own-buildings': ['ink', 0.09],
  'own-street': ['ink', 0.15],
  'own-street-edge': ['#000000', 0.25],
  'own-street-great': ['roads', 0.32],
  'own-street-great-edge': ['#000000', 0.25],
  'own-path': ['ink', 0.19],
  'own-rail': ['ink', 0.31],
};

/** Land that stands out less from black is that of a map in the dark. */
const LIGHT_FROM = 7;

/** Colours of the detail, made from a palette: a site's own theme has them, too. */
export function detailColors(palette: MapPalette): Readonly<Record<OwnToken, string>> {
  const mixes = contrastRatio(palette.land, '#000000') < LIGHT_FROM ? DARK : LIGHT;
  const colorOf = (name: Mix[0]): string => (name.startsWith('#') ? name : (palette[name as keyof MapPalette] ?? ''));
  return Object.fromEntries(
    Object.entries(mixes).map(([token, [onto, share]]) => [
      token,
      mixColors([
        [palette.land, 1 - share],
        [colorOf(onto), share],
      ]),
    ]),
  );
}
