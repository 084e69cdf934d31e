import { contrastRatio } from '../basemap/contrast.ts';
import { mixColors } from '../basemap/mix-colors.ts';
import { paletteFor, type Theme } from '../basemap/themes.ts';
import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { emphasisOf } from '../story/layers.ts';
import type { Section } from '../story/story.ts';

const MIN_RATIO = 4.5;
const THEMES: readonly Theme[] = ['light', 'dark'];

const blend = (over: string, under: string, opacity: number): string =>
  mixColors([
    [over, opacity],
    [under, 1 - opacity],
  ]);

/** Contrast of the quietest names on a section's tints, at the strength it gives to names and tints. */
function worstRatio({ layers, mood }: Section, theme: Theme): number {
  const palette = paletteFor(theme, mood);
  const strength = emphasisOf(layers, 'labels') * emphasisOf(layers, 'map');
  const ratios = layers.tints.map(({ tone, opacity }) => {
    const ground = blend(tone === 'past' ? palette['tint-past'] : palette.tint, palette.land, opacity);
    return contrastRatio(blend(palette['ink-2'], ground, strength), ground);
  });
  return Math.min(...ratios);
}

/** Names that a section fades so far that they cannot be read on its tints. Names it hides altogether are its own choice. */
export function checkContrast(check: SceneCheck): readonly Problem[] {
  return check.story.sections.flatMap((section) => {
    const isShown = emphasisOf(section.layers, 'labels') * emphasisOf(section.layers, 'map') > 0;
    if (!isShown || section.layers.tints.length === 0) return [];
    const [worst] = THEMES.map((theme) => ({ theme, ratio: worstRatio(section, theme) })).sort(
      (a, b) => a.ratio - b.ratio,
    );
    if (worst === undefined || worst.ratio >= MIN_RATIO) return [];
    const found = { what: 'the names of places', ratio: Math.floor(worst.ratio * 10) / 10, theme: worst.theme };
    return [buildProblem('LowContrast', frameWhere(check, section, 'layers'), found)];
  });
}
