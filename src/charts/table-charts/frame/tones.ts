import type { Tone } from '../../../marks/mark.ts';

/** A line as it is told from the others. */
export interface LineLook {
  readonly tone: Tone;
  readonly width: number;
  readonly dash?: readonly number[];
}

const LINE_TONES: readonly Tone[] = ['ink', 'red', 'hydro', 'region'];
const DASHES: readonly (readonly number[] | undefined)[] = [undefined, [6, 4], [2, 4]];
const LINE_PX = 2.2;
const AHEAD_PX = 2.8;
const BEHIND_PX = 1.6;

/** How the series of a line chart differ: by tone, then by dashes; where one is highlighted all others step back. */
export function lineLook(index: number, isHighlighted: boolean | null): LineLook {
  if (isHighlighted !== null) {
    return isHighlighted ? { tone: 'red', width: AHEAD_PX } : { tone: 'ink-3', width: BEHIND_PX };
  }
  const dash = DASHES[Math.floor(index / LINE_TONES.length) % DASHES.length];
  return { tone: LINE_TONES[index % LINE_TONES.length] ?? 'ink', width: LINE_PX, ...(dash ? { dash } : {}) };
}

/** A fill, and the tone of words on it. */
export interface FillLook {
  readonly tone: Tone;
  readonly opacity: number;
  readonly on: Tone;
}

const FILLS: readonly FillLook[] = [
  { tone: 'ink-2', opacity: 1, on: 'paper' },
  { tone: 'hydro', opacity: 1, on: 'paper' },
  { tone: 'soft', opacity: 1, on: 'ink' },
  { tone: 'ink-3', opacity: 0.45, on: 'ink' },
  { tone: 'red', opacity: 1, on: 'paper' },
  { tone: 'rule', opacity: 1, on: 'ink' },
];
/** As many fills as are told apart side by side. */
export const MAX_FILLS = FILLS.length;

const HIGHLIGHTED: FillLook = { tone: 'red', opacity: 1, on: 'paper' };
const BEHIND: readonly FillLook[] = [
  { tone: 'ink-3', opacity: 0.75, on: 'paper' },
  { tone: 'ink-3', opacity: 0.4, on: 'ink' },
];

/** @param isHighlighted null where none of them is */
export function fillLook(index: number, isHighlighted: boolean | null): FillLook {
  if (isHighlighted === true) return HIGHLIGHTED;
  const row = isHighlighted === null ? FILLS : BEHIND;
  return row[index % row.length] ?? HIGHLIGHTED;
}

/** Whether a name is the highlighted one; null where none is. */
export const isHighlight = (name: string, highlight: string): boolean | null =>
  highlight === '' ? null : name === highlight;
