import { ramp } from '../story/easing.ts';
import { mixColors } from './mix-colors.ts';

export const PAINT_TOKENS = [
  'sea',
  'land',
  'abroad',
  'tint',
  'tint-near',
  'tint-past',
  'lakes',
  'rivers',
  'coast',
  'borders',
  'region-lines',
  'roads',
  'paper',
  'ink',
  'ink-2',
  'ink-3',
  'red',
  'hydro',
  'region',
  'rule',
  'soft',
  'hatch',
  'ring',
  'crosses',
] as const;
export type PaintToken = (typeof PAINT_TOKENS)[number];

export type Theme = 'light' | 'dark';
export type PaintMood = 'paper' | 'dusk' | 'night';
export type MoodWeights = Readonly<Record<PaintMood, number>>;
/** A colour of a story's own layers. */
export type OwnToken = `own-${string}`;
/** CSS hex colours, two of them with alpha. */
export type Palette = Readonly<Record<PaintToken, string>> & Readonly<Partial<Record<OwnToken, string>>>;

export type PaletteName = 'light' | 'dark' | 'dusk' | 'night';
export type Palettes = Readonly<Record<PaletteName, Palette>>;

/** `soft` is made to be laid on at 50 %, in either theme; `hatch` carries its own alpha; `ring` is lighter than any ground. */
const LIGHT: Palette = {
  paper: '#FBF8F1',
  ink: '#211E1A',
  'ink-2': '#565047',
  'ink-3': '#655E52',
  red: '#A63A22',
  hydro: '#3D6071',
  region: '#6E6148',
  rule: '#DDD5C5',
  sea: '#CFDBDD',
  land: '#F7F2E7',
  abroad: '#ECE7DB',
  tint: '#F0E1C3',
  'tint-near': '#F4EBD8',
  'tint-past': '#E6DDCB',
  lakes: '#BDD0D6',
  rivers: '#94B2BD',
  coast: '#8CA5AE',
  borders: '#57524A',
  'region-lines': '#A89E88',
  roads: '#C77159',
  soft: '#DDBB7C',
  hatch: '#8A642057',
  ring: '#F7F2E7',
  crosses: '#BFB59F',
};

const DARK: Palette = {
  paper: '#1A1917',
  ink: '#F1EBDE',
  'ink-2': '#C3BBAB',
  'ink-3': '#9D9586',
  red: '#EC7F61',
  hydro: '#83A7B7',
  region: '#AD9E7F',
  rule: '#3A362F',
  sea: '#151C21',
  land: '#262420',
  abroad: '#1D1C19',
  tint: '#35301F',
  'tint-near': '#2C281F',
  'tint-past': '#2E2A24',
  lakes: '#1E2C34',
  rivers: '#3A5563',
  coast: '#43565F',
  borders: '#8F8778',
  'region-lines': '#5F5848',
  roads: '#B35A42',
  soft: '#705C33',
  hatch: '#C9A96A4D',
  ring: '#38342B',
  crosses: '#57503F',
};

/** Paper is the scrim under the text, so that what lies past the basemap's edge is the same ground. */
const DUSK: Palette = {
  ...DARK,
  paper: '#252E35',
  ink: '#F6F0E3',
  'ink-2': '#CFC6B6',
  'ink-3': '#B0A798',
  hydro: '#9DBDCB',
  region: '#BCAE91',
  rule: '#4A443C',
  sea: '#252E35',
  land: '#3F3932',
  abroad: '#34302B',
  tint: '#524634',
  'tint-near': '#4B4135',
  'tint-past': '#48413A',
  lakes: '#273640',
  rivers: '#4E6A78',
  coast: '#5D6F78',
  borders: '#A89F8E',
  'region-lines': '#77705F',
  soft: '#80673A',
  ring: '#574E41',
  crosses: '#6A6153',
};

const NIGHT: Palette = {
  ...DARK,
  paper: '#151412',
  sea: '#12181C',
  land: '#211F1C',
  abroad: '#191816',
  tint: '#2A2620',
  'tint-near': '#2A2620',
  'tint-past': '#27241F',
  lakes: '#172228',
  rivers: '#2C4350',
  coast: '#36454C',
  borders: '#6B655A',
  'region-lines': '#4A4539',
  soft: '#5B4B2C',
  ring: '#302C26',
  crosses: '#443F34',
};

export const PALETTES: Palettes = { light: LIGHT, dark: DARK, dusk: DUSK, night: NIGHT };

/** Dusk and night are moments, not themes: the same in either theme. */
export const paletteFor = (theme: Theme, mood: PaintMood, palettes = PALETTES): Palette =>
  palettes[mood === 'paper' ? theme : mood];

const MOODS: readonly PaintMood[] = ['paper', 'dusk', 'night'];

/**
 * The palette between moods.
 * @param palettes with the colours of a story's own layers, where it has any (`storyPalettes`)
 * @param nearness 0–1: how far a tinted region fills the screen; a tint that is the whole ground is paler (see `tintNearness`)
 */
export function mixPalette(theme: Theme, moods: MoodWeights, nearness = 0, palettes = PALETTES): Palette {
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
        ) as Palette);
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
  return Object.fromEntries(Object.entries(palette).map(([token, color]) => [`--map-${token}`, color])) as Record<
    `--map-${PaintToken}`,
    string
  >;
}
