import { clampChroma, formatHex, oklch } from 'culori';
import { contrastRatio } from '../../../basemap/contrast.ts';
import { PALETTE_NAMES, type PaletteName } from '../../../content/schema/theme.ts';
import { PAINT_TOKENS, type PaintToken, type Palette } from '../../../theme/tokens.ts';
import { RECIPES, type Recipe, type Seed } from './recipes.ts';
import { pairsOf } from './text-grounds.ts';

/** Colours by seed, `#RRGGBB`; without a tint it is made from the land. */
export type Seeds = Readonly<Record<Exclude<Seed, 'tint'>, string> & Partial<Record<'tint', string>>>;
export type Palettes = Readonly<Record<PaletteName, Palette>>;
export type Overrides = Readonly<Partial<Record<PaletteName, Readonly<Partial<Record<PaintToken, string>>>>>>;

interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

const HATCH_ALPHA: Readonly<Record<PaletteName, string>> = {
  light: '57',
  dark: '4D',
  dusk: '4D',
  night: '4D',
  print: '57',
  contrast: '80',
  'contrast-dark': '80',
};

/** Greys have no hue: that of the accent stands in, at a chroma of nearly nothing. */
function parse(hex: string, greyHue = 0): Oklch {
  const { l, c, h } = oklch(hex) ?? { l: 0, c: 0, h: 0 };
  return { l, c, h: h === undefined || c < 0.002 ? greyHue : h };
}

/** The nearest colour a screen has: chroma gives way, never lightness or hue. */
function toHex({ l, c, h }: Oklch): string {
  const shown = clampChroma({ mode: 'oklch' as const, l: Math.min(1, Math.max(0, l)), c, h }, 'oklch');
  return formatHex(shown).toUpperCase();
}

/** A multiple of a seed's chroma ends here, unless the seed has more itself: what is quiet in one theme is in all. */
const MAX_CHROMA: Readonly<Record<Seed, number>> = {
  paper: 0.03,
  ink: 0.03,
  accent: 0.2,
  land: 0.05,
  water: 0.06,
  tint: 0.1,
};
/** Grounds of the night and of dusk are darker than this, and nearly grey. */
const [DARK_GROUND, MAX_OF_THE_DARK] = [0.42, 0.035];

function colourOf({ seed, by = 0, lightness, chroma }: Recipe, seeds: Readonly<Record<Seed, Oklch>>): string {
  const { l, c, h } = seeds[seed];
  const found = lightness ?? l + by;
  const most =
    lightness !== undefined && found < DARK_GROUND && seed !== 'accent'
      ? MAX_OF_THE_DARK
      : Math.max(c, MAX_CHROMA[seed]);
  return toHex({ l: found, c: Math.min(most, c * chroma), h });
}

const STEP = 0.005;

/**
 * The nearest colour of the same hue that reaches a ratio on every ground: darker or lighter, whichever is nearer.
 * @returns null where there is none
 */
export function nearestPassing(
  hex: string,
  grounds: readonly (readonly [ground: string, ratio: number])[],
): string | null {
  const from = parse(hex);
  const tries = Array.from({ length: Math.round(1 / STEP) }, (_, index) => (index + 1) * STEP);
  const passes = (candidate: string): boolean =>
    grounds.every(([ground, ratio]) => contrastRatio(candidate, ground) >= ratio);
  const candidates = tries
    .flatMap((by) => [from.l - by, from.l + by])
    .filter((l) => l >= 0 && l <= 1)
    .map((l) => toHex({ ...from, l }));
  return [hex, ...candidates].find(passes) ?? null;
}

/** Text that its grounds would swallow is made darker, or lighter in the dark; what an author said is left alone. */
function withReadableText(name: PaletteName, palette: Palette, said: Readonly<Partial<Palette>>): Palette {
  const pairs = Map.groupBy(pairsOf(name), ({ over }) => over);
  const mended = [...pairs].flatMap(([token, own]) => {
    if (said[token] !== undefined) return [];
    const passing = nearestPassing(
      palette[token],
      own.map(({ ground, atLeast }) => [palette[ground], atLeast]),
    );
    return passing === null ? [] : [[token, passing] as const];
  });
  return { ...palette, ...Object.fromEntries(mended) };
}

/** What a theme's file says of the seeds holds in its light palette. */
function seedsAsSaid({ paper, ink, accent, land, water, tint }: Seeds): Readonly<Partial<Palette>> {
  return { paper, ink, red: accent, land, sea: water, ...(tint === undefined ? {} : { tint }) };
}

function tintOf({ land, accent, tint }: Seeds): Oklch {
  if (tint !== undefined) return parse(tint);
  const { l, c, h } = parse(land, parse(accent).h);
  return { l: l - 0.048, c: Math.max(0.025, c * 2.7), h };
}

/** All palettes of a theme: derived from its seeds in OKLCH, but for the colours its author gives. */
export function derivePalettes(seeds: Seeds, overrides: Overrides = {}): Palettes {
  const greyHue = parse(seeds.accent).h;
  const parsed = {
    ...Object.fromEntries(
      (['paper', 'ink', 'accent', 'land', 'water'] as const).map((seed) => [seed, parse(seeds[seed], greyHue)]),
    ),
    tint: tintOf(seeds),
  } as Readonly<Record<Seed, Oklch>>;
  const paletteOf = (name: PaletteName): Palette => {
    const said = { ...(name === 'light' ? seedsAsSaid(seeds) : {}), ...overrides[name] };
    const derived = Object.fromEntries(
      PAINT_TOKENS.map((token) => {
        const hex = colourOf(RECIPES[name][token], parsed);
        return [token, token === 'hatch' ? hex + HATCH_ALPHA[name] : hex];
      }),
    ) as Record<PaintToken, string>;
    return withReadableText(name, { ...derived, ...said }, said);
  };
  return Object.fromEntries(PALETTE_NAMES.map((name) => [name, paletteOf(name)])) as Record<PaletteName, Palette>;
}
