import { clampChroma, formatHex, oklch } from 'culori';
import type { ThemeRamps } from '../../../theme/data-ramps.ts';

/** Lightness in OKLCH from the lowest class to the highest: towards the ink on light ground, towards the light on dark. */
const LIGHTNESS = { light: [0.88, 0.74, 0.57, 0.36], dark: [0.35, 0.53, 0.71, 0.9] } as const;
/** Ends are paler than the middle: neither the faintest nor the darkest colour of a screen has much chroma. */
const CHROMA = { light: [0.35, 0.8, 1, 0.75], dark: [0.5, 0.85, 1, 0.5] } as const;
/** Less could not be told from the land. */
const MIN_CHROMA = 0.06;

/** Anchors of a ramp from little to much, `#RRGGBB`, with the hue of a colour, on light and on dark ground. */
export function rampFrom(seed: string): ThemeRamps[string] {
  const { c = 0, h = 0 } = oklch(seed) ?? {};
  const anchors = (theme: 'light' | 'dark'): readonly string[] =>
    LIGHTNESS[theme].map((l, index) => {
      const chroma = Math.max(c, MIN_CHROMA) * (CHROMA[theme][index] ?? 1);
      return formatHex(clampChroma({ mode: 'oklch' as const, l, c: chroma, h }, 'oklch')).toUpperCase();
    });
  return { light: anchors('light'), dark: anchors('dark') };
}
