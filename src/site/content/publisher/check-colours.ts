import { fieldsOf, whereOf } from '../../../content/files/fields.ts';
import type { RawFile } from '../../../content/files/raw.ts';
import { membersOf } from '../../../content/files/story-files.ts';
import { buildProblem, type Problem } from '../../../content/lint/diagnostics/problems.ts';
import { faultWords } from '../../../content/lint/diagnostics/ramp-words.ts';
import { PALETTE_NAMES, type PaletteName } from '../../../content/schema/theme.ts';
import { checkRamp } from '../../../data/scales/check-ramp.ts';
import { colorsBetween } from '../../../data/scales/colors-between.ts';
import type { PaintToken, Palette } from '../../../theme/tokens.ts';
import { nearestPassing } from '../../theme/colours/derive-palettes.ts';
import { type FaintPair, faintPairs, pairsOf } from '../../theme/colours/text-grounds.ts';
import type { SiteTheme } from '../../theme/define-theme.ts';
import { folderOf } from './read-document.ts';

/** What a colour is on the page, in words. */
const WORDS: Readonly<Partial<Record<PaintToken, string>>> = {
  ink: 'text (`ink`)',
  'ink-2': 'second lines (`ink-2`)',
  'ink-3': 'sources and notes (`ink-3`)',
  hydro: 'names of water (`hydro`)',
  region: 'names of regions (`region`)',
  red: 'the `accent`',
};

const nameOf = (token: PaintToken): string => (token === 'red' ? 'accent' : token);
const wordsFor = (token: PaintToken): string => WORDS[token] ?? `\`${nameOf(token)}\``;

/** The seed that says a colour of the light palette. */
const SEEDS: Readonly<Partial<Record<PaintToken, string>>> = { red: 'accent', sea: 'water' };

/** Where an author says a colour: in the palette, or as a seed. */
function fieldOf(palette: PaletteName, token: PaintToken, file: RawFile): string {
  const own = `colours.${palette}.${nameOf(token)}`;
  const isSaid = fieldsOf(file.data).some(({ field }) => field === own);
  return isSaid ? own : `colours.${SEEDS[token] ?? nameOf(token)}`;
}

/** How to the reader's advantage, never to the author's: a ratio just below what it takes is not written as that. */
const shownRatio = (ratio: number): number => Math.floor(ratio * 100) / 100;

function problemOf(file: RawFile, folder: string, name: PaletteName, palette: Palette, pair: FaintPair): Problem {
  const grounds = pairsOf(name).filter(({ over }) => over === pair.over);
  const nearest = nearestPassing(
    palette[pair.over],
    grounds.map(({ ground, atLeast }) => [palette[ground], atLeast]),
  );
  return buildProblem('FaintColour', whereOf(folderOf(folder), file, fieldOf(name, pair.over, file)), {
    over: wordsFor(pair.over),
    ground: wordsFor(pair.ground),
    palette: name,
    ratio: shownRatio(pair.ratio),
    atLeast: pair.atLeast,
    nearest,
  });
}

/** Of each colour the pair that is worst off: what mends it mends the others. */
function worstPairs(pairs: readonly FaintPair[]): readonly FaintPair[] {
  const byColour = Map.groupBy(pairs, ({ over }) => over);
  return [...byColour.values()].flatMap((own) => own.toSorted((a, b) => a.ratio - b.ratio).slice(0, 1));
}

/** Classes that layers have where they ask for no other number. */
const USUAL_CLASSES = 5;

/** Ramps of a theme whose neighbours look alike, or that cannot be told from its land. */
function checkRamps(
  { palettes: { light, dark }, ramps }: Pick<SiteTheme, 'palettes' | 'ramps'>,
  file: RawFile,
  folder: string,
): readonly Problem[] {
  return Object.entries(ramps).flatMap(([name, anchors]) => {
    const colors = colorsBetween(anchors, USUAL_CLASSES);
    return checkRamp(colors, { light: light.land, dark: dark.land })
      .slice(0, 1)
      .map((fault) =>
        buildProblem('FaintRamp', whereOf(folderOf(folder), file, `colours.ramps.${name}`), {
          detail: faultWords(fault),
        }),
      );
  });
}

/** Colours of a theme that cannot be told from what they stand on. */
export function checkColours(
  { palettes, ramps }: Pick<SiteTheme, 'palettes' | 'ramps'>,
  file: RawFile,
  folder: string,
): readonly Problem[] {
  const isOwn = membersOf(file.data)['colours'] !== undefined;
  if (!isOwn) return [];
  const pairs = PALETTE_NAMES.flatMap((name) =>
    worstPairs(faintPairs(name, palettes[name])).map((pair) => problemOf(file, folder, name, palettes[name], pair)),
  );
  return [...pairs, ...checkRamps({ palettes, ramps }, file, folder)];
}
