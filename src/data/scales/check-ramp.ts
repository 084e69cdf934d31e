import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
} from 'culori';
import type { GroundColor } from '../../story/data/data-layer.ts';

/** CIEDE2000 below which neighbours in a legend are taken for one another. */
export const MIN_APART = 5;
/** The same for a colour against the land it lies on. */
export const MIN_OFF_LAND = 4;

const apart = differenceCiede2000();

const SIGHTS = {
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
} as const;

/** What is wrong with the colours of a scale. */
export interface RampFault {
  readonly cause: 'alike' | 'faint';
  readonly theme: 'light' | 'dark';
  /** Of readers to whom neighbours look alike; empty where they do to all. */
  readonly sight: string;
  /** The colours meant, from the lowest. */
  readonly colors: readonly string[];
}

function seenWith(color: string, sight: keyof typeof SIGHTS): string {
  const parsed = parse(color);
  return (parsed && formatHex(SIGHTS[sight](parsed))) ?? color;
}

/** Neighbours that readers with common deficiencies of sight (Brettel, Viénot and Machado in culori) take for one another. */
function alike(colors: readonly string[], theme: RampFault['theme']): readonly RampFault[] {
  return colors.slice(1).flatMap((color, index): readonly RampFault[] => {
    const before = colors[index] ?? color;
    const pair = [before, color];
    if (apart(before, color) < MIN_APART) return [{ cause: 'alike', theme, sight: '', colors: pair }];
    const sight = (Object.keys(SIGHTS) as (keyof typeof SIGHTS)[]).find(
      (one) => apart(seenWith(before, one), seenWith(color, one)) < MIN_APART,
    );
    return sight === undefined ? [] : [{ cause: 'alike', theme, sight, colors: pair }];
  });
}

const THEMES = ['light', 'dark'] as const;

/** What is wrong with the colours of ordered groups, on light and on dark land. */
export function checkRamp(colors: readonly GroundColor[], land: GroundColor): readonly RampFault[] {
  return THEMES.flatMap((theme) => {
    const own = colors.map((color) => color[theme]);
    const faint = own.filter((color) => apart(color, land[theme]) < MIN_OFF_LAND);
    return [
      ...alike(own, theme),
      ...faint.map((color): RampFault => ({ cause: 'faint', theme, sight: '', colors: [color] })),
    ];
  });
}

/** The least differences (CIEDE2000) in a ramp. */
export interface RampDistances {
  readonly theme: RampFault['theme'];
  /** Between neighbours, with whichever sight they are nearest to one another; infinite for one colour. */
  readonly apart: number;
  readonly offLand: number;
}

/** How far the colours of ordered groups are from one another and from the land, in both themes. */
export function rampDistances(colors: readonly GroundColor[], land: GroundColor): readonly RampDistances[] {
  const sights = Object.keys(SIGHTS) as (keyof typeof SIGHTS)[];
  return THEMES.map((theme) => {
    const own = colors.map((color) => color[theme]);
    const between = own.slice(1).flatMap((color, index) => {
      const before = own[index] ?? color;
      return [apart(before, color), ...sights.map((one) => apart(seenWith(before, one), seenWith(color, one)))];
    });
    return { theme, apart: Math.min(...between), offLand: Math.min(...own.map((color) => apart(color, land[theme]))) };
  });
}
