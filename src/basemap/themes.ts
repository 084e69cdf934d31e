import { ramp } from '../story/easing.ts';
import { DARK, DUSK, LIGHT, NIGHT } from '../theme/palettes.ts';
import { PAINT_TOKENS, type PaintToken, type Palette } from '../theme/tokens.ts';
import { mixColors } from './mix-colors.ts';

export { PAINT_TOKENS, type PaintToken, type Palette };

export type Theme = 'light' | 'dark';
export type PaintMood = 'paper' | 'dusk' | 'night';
export type MoodWeights = Readonly<Record<PaintMood, number>>;
/** A colour of a story's own layers. */
export type OwnToken = `own-${string}`;
/** A palette with the colours of a story's own layers, where it has any. */
export type MapPalette = Palette & Readonly<Partial<Record<OwnToken, string>>>;

export type PaletteName = 'light' | 'dark' | 'dusk' | 'night';
export type Palettes = Readonly<Record<PaletteName, MapPalette>>;

export const PALETTES: Palettes = { light: LIGHT, dark: DARK, dusk: DUSK, night: NIGHT };

/** Dusk and night are moments, not themes: the same in either theme. */
export const paletteFor = (theme: Theme, mood: PaintMood, palettes = PALETTES): MapPalette =>
  palettes[mood === 'paper' ? theme : mood];

const MOODS: readonly PaintMood[] = ['paper', 'dusk', 'night'];

/**
 * The palette between moods.
 * @param palettes with the colours of a story's own layers, where it has any (`storyPalettes`)
 * @param nearness 0–1: how far a tinted region fills the screen; a tint that is the whole ground is paler (see `tintNearness`)
 */
export function mixPalette(theme: Theme, moods: MoodWeights, nearness = 0, palettes = PALETTES): MapPalette {
  const parts = MOODS.filter((mood) => moods[mood] > 0).map(
    (mood) => [paletteFor(theme, mood, palettes), moods[mood]] as const,
  );
  const [first] = parts;
  const mixed =
    first && parts.length === 1
      ? first[0]
      : (Object.fromEntries(
          (Object.keys(palettes.light) as PaintToken[]).map((token) => [
            token,
            mixColors(parts.map(([palette, weight]) => [palette[token], weight])),
          ]),
        ) as MapPalette);
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
export function cssVariables(palette: MapPalette): Readonly<Record<`--map-${PaintToken}`, string>> {
  return Object.fromEntries(Object.entries(palette).map(([token, color]) => [`--map-${token}`, color])) as Record<
    `--map-${PaintToken}`,
    string
  >;
}
