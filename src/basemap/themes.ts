import { ramp } from '../story/easing.ts';
import { DARK, DUSK, LIGHT, NIGHT } from '../theme/palettes.ts';
import { PAINT_TOKENS, type PaintToken, type Palette } from '../theme/tokens.ts';
import { mixColors } from './mix-colors.ts';

export { PAINT_TOKENS, type PaintToken, type Palette };

export type Theme = 'light' | 'dark';
export type PaintMood = 'paper' | 'dusk' | 'night';
export type MoodWeights = Readonly<Record<PaintMood, number>>;

/** Dusk and night are moments, not themes: the same in either theme. */
export function paletteFor(theme: Theme, mood: PaintMood): Palette {
  if (mood === 'dusk') return DUSK;
  if (mood === 'night') return NIGHT;
  return theme === 'dark' ? DARK : LIGHT;
}

const MOODS: readonly PaintMood[] = ['paper', 'dusk', 'night'];

/**
 * The palette between moods.
 * @param nearness 0–1: how far a tinted region fills the screen; a tint that is the whole ground is paler (see `tintNearness`)
 */
export function mixPalette(theme: Theme, moods: MoodWeights, nearness = 0): Palette {
  const parts = MOODS.filter((mood) => moods[mood] > 0).map((mood) => [paletteFor(theme, mood), moods[mood]] as const);
  const [first] = parts;
  const mixed =
    first && parts.length === 1
      ? first[0]
      : (Object.fromEntries(
          PAINT_TOKENS.map((token) => [token, mixColors(parts.map(([palette, weight]) => [palette[token], weight]))]),
        ) as Record<PaintToken, string>);
  if (nearness <= 0) return mixed;
  const tint = mixColors([
    [mixed.tint, 1 - nearness],
    [mixed['tint-near'], nearness],
  ]);
  return { ...mixed, tint };
}

/** Zooms between which a governorate grows to fill a screen. */
const NEAR_ZOOMS = [9.8, 10.8] as const;

/** The two tints are so near each other that no eye sees a step between them. */
const NEAR_STEPS = 16;

/** 0 where a tinted region stands among others, 1 where it is the whole ground; in steps, for each repaints the map. */
export function tintNearness(zoom: number): number {
  const [from, to] = NEAR_ZOOMS;
  const nearness = ramp(zoom, from, to);
  return Math.round(nearness * NEAR_STEPS) / NEAR_STEPS;
}

/** `--map-<token>` for each token: what the drawing and static maps are painted with. */
export function cssVariables(palette: Palette): Readonly<Record<`--map-${PaintToken}`, string>> {
  return Object.fromEntries(PAINT_TOKENS.map((token) => [`--map-${token}`, palette[token]])) as Record<
    `--map-${PaintToken}`,
    string
  >;
}
