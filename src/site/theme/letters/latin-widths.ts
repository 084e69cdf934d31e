import { OPTICAL_SIZES, SMALL_OPTICAL_SIZE, WEIGHTS } from '../../../typography/faces.ts';
import type { Axes } from '../fonts/font-shaper.ts';
import type { OpenFace } from '../fonts/open-face.ts';

/** Widths in thousandths of an em, one for each entry of `characters`. */
export interface LatinWidths {
  /** Each entry holds characters that are equally wide on every axis. */
  readonly characters: readonly string[];
  readonly middle: readonly number[];
  /** What is to be added at the other ends of the axes. */
  readonly smallest: readonly number[];
  readonly largest: readonly number[];
  readonly bold: readonly number[];
}

/** Distances between two characters, in steps: positive is wider apart. */
export interface Kerning {
  readonly firsts: string;
  readonly seconds: string;
  /** Row by row, one row for each first character. */
  readonly steps: readonly number[];
}

const MIDDLE: Axes = { opsz: OPTICAL_SIZES.middle, wght: WEIGHTS.min };
const SMALLEST: Axes = { ...MIDDLE, opsz: OPTICAL_SIZES.min };
const LARGEST: Axes = { ...MIDDLE, opsz: OPTICAL_SIZES.max };
const BOLD: Axes = { ...MIDDLE, wght: WEIGHTS.max };

const SMALL_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Capitals that overhang what follows them. The others, and capitals behind capitals, would double the table for little. */
const OVERHANGING = 'FPTVWY';
const KERNED = `${SMALL_LETTERS} ‘’“”.,-`;
/** In thousandths of an em. */
export const KERNING_STEP = 20;
/** What is lost in rounding is lost in a line, too: finer differences along the axes are not worth sending. */
const AXIS_STEP = 10;

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** A letter with an accent is left out where it is as wide as the one without. */
function isAsWideAsItsBase(character: string, widths: ReadonlyMap<string, readonly number[]>): boolean {
  const base = character.normalize('NFKD').charAt(0);
  return base !== character && widths.get(base)?.join() === widths.get(character)?.join();
}

export function latinWidths(font: OpenFace): LatinWidths {
  const widthsOf = (character: string): readonly number[] => {
    const [middle = 0, ...others] = [MIDDLE, SMALLEST, LARGEST, BOLD].map((axes) =>
      Math.round(font.width(character, axes)),
    );
    return [middle, ...others.map((width) => roundTo(width - middle, AXIS_STEP))];
  };
  const widths = new Map(font.characters.map((character) => [character, widthsOf(character)]));
  const own = [...widths].filter(([character]) => !isAsWideAsItsBase(character, widths));
  const groups = [...Map.groupBy(own, ([, row]) => row.join()).values()];
  const column = (index: number): readonly number[] => groups.map(([first]) => first?.[1][index] ?? 0);
  return {
    characters: groups.map((group) => group.map(([character]) => character).join('')),
    middle: column(0),
    smallest: column(1),
    largest: column(2),
    bold: column(3),
  };
}

export function latinKerning(font: OpenFace): Kerning {
  const width = (text: string): number => font.width(text, { ...MIDDLE, opsz: SMALL_OPTICAL_SIZE });
  const firsts = KERNED + OVERHANGING;
  const steps = [...firsts].flatMap((first) =>
    [...KERNED].map((second) => Math.round((width(first + second) - width(first) - width(second)) / KERNING_STEP)),
  );
  return { firsts, seconds: KERNED, steps };
}
