import {
  ARABIC,
  KERNED_FIRST,
  KERNED_SECOND,
  KERNING,
  KERNING_STEP,
  LAM_BEFORE_ALEF,
  LATIN,
  LATIN_BOLD,
  LATIN_LARGEST,
  LATIN_MIDDLE,
  LATIN_SMALLEST,
} from '../theme/letter-widths.ts';
import { OPTICAL_SIZES, WEIGHTS } from './faces.ts';

/** What decides the width of a text: size in CSS px, weight, and letter-spacing in em. */
export interface TextMetricsStyle {
  readonly size: number;
  readonly weight: number;
  readonly tracking: number;
  readonly italic?: boolean;
  /** Of Latin letters, where their face does not follow the size. */
  readonly opticalSize?: number;
}

type Widths = readonly number[];

interface Forms {
  readonly regular: Widths;
  /** How much wider. */
  readonly bold: Widths;
}

/** What belongs to a row of characters, by character. */
const byCharacter = <Value>(
  rows: readonly (readonly [characters: string, value: Value])[],
): ReadonlyMap<string, Value> =>
  new Map(rows.flatMap(([characters, value]) => [...characters].map((character) => [character, value] as const)));

const COLUMNS = [LATIN_MIDDLE, LATIN_SMALLEST, LATIN_LARGEST, LATIN_BOLD];
const latin = byCharacter(
  LATIN.map((characters, row) => [characters, COLUMNS.map((column) => column[row] ?? 0)] as const),
);
const UNKNOWN = latin.get('n')?.[0] ?? 0;

const kerning = new Map(
  [...KERNED_FIRST].flatMap((first, row) =>
    [...KERNED_SECOND].map((second, column) => {
      const step = KERNING.charCodeAt(row * KERNED_SECOND.length + column) - 'm'.charCodeAt(0);
      return [first + second, step * KERNING_STEP] as const;
    }),
  ),
);

const arabic = byCharacter(
  ARABIC.map((row): readonly [string, Forms] => {
    const [characters = '', ...widths] = row.split(' ');
    const half = widths.length / 2;
    return [characters, { regular: widths.slice(0, half).map(Number), bold: widths.slice(half).map(Number) }];
  }),
);
const NO_FORMS: Forms = { regular: [], bold: [] };

/** Marks over and under letters, and signs that only steer direction. */
const WIDTHLESS = /[\p{Mn}\p{Cf}]/u;
/** Keeps two letters from joining, as many Persian words ask. */
const NON_JOINER = '\u200c';
const ALEFS = 'اأإآٱ';

/** True where the text holds at least one letter of the Arabic script. */
export const isArabicScript = (text: string): boolean => /[\u0620-\u064a\u0671-\u06d3]/.test(text);

/** True where the text holds a letter of a script that is written from right to left. */
export const isRightToLeft = (text: string): boolean =>
  /[\u05d0-\u05f4\u0620-\u064a\u066e-\u06d5\u06fa-\u085e\u08a0-\u08ff\ufb1d-\ufdff]/.test(text);

/** True where the text holds a letter of a script without capitals: such are neither slanted nor tracked. */
export const isUncased = (text: string): boolean => /(?![ªº])\p{Lo}/u.test(text);

const boldShare = (weight: number): number => (weight - WEIGHTS.min) / (WEIGHTS.max - WEIGHTS.min);

/** What each column of the Latin table counts for: widths change in a straight line along each axis. */
function latinShares({ size, weight, italic = false, opticalSize = size }: TextMetricsStyle): Widths {
  const { min, middle, max } = OPTICAL_SIZES;
  // The italic has that size alone, and letters about as wide as upright ones.
  const optical = italic ? middle : Math.min(max, Math.max(min, opticalSize));
  const smaller = Math.max(0, (middle - optical) / (middle - min));
  const larger = Math.max(0, (optical - middle) / (max - middle));
  return [1, smaller, larger, boldShare(weight)];
}

/** The letter without its accent. */
const baseOf = (character: string): string =>
  character < '\u0080' ? character : character.normalize('NFKD').charAt(0);

/** As wide as they are high in every typeface: Chinese signs, kana, Korean syllables, and the punctuation between them. */
const SQUARE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff01-\uff60]|[\u{20000}-\u{3ffff}]/u;
const BROAD = /[\p{Lu}жмфшщыюѣМ]/u;

/** Width of a letter that no face of ours has, at least as wide as it is in the typefaces of devices, in 1/1000 em. */
function unknownWidth(character: string): number {
  if (SQUARE.test(character)) return 1000;
  return /\p{L}/u.test(character) ? (BROAD.test(character) ? 850 : 640) : UNKNOWN;
}

function latinAdvance(character: string, after: string, shares: Widths): number {
  const base = baseOf(character);
  const widths = latin.get(character) ?? latin.get(base);
  if (widths === undefined) return unknownWidth(character);
  const unkerned = widths.reduce((sum, width, index) => sum + width * (shares[index] ?? 0), 0);
  return unkerned + (kerning.get(base + baseOf(after)) ?? 0);
}

/** Only letters with an initial form join the one after them, and only those with a final form the one before. */
const join = (first: string, second: string): boolean =>
  (arabic.get(first)?.regular.length ?? 0) > 2 && (arabic.get(second)?.regular.length ?? 0) > 1;

function arabicAdvance(before: string, character: string, after: string, bolder: number): number {
  const [final, initial] = [join(before, character), join(character, after)];
  const isLigature = character === 'ل' && after !== '' && ALEFS.includes(after);
  const form = isLigature ? Number(final) : Number(final) + 2 * Number(initial);
  const { regular, bold } = (isLigature ? LAM_BEFORE_ALEF : arabic.get(character)) ?? NO_FORMS;
  return (regular[form] ?? 0) + (bold[form] ?? 0) * bolder;
}

/** Width of one line in CSS px, without a browser, within 3 % of what Chromium sets. Scripts without capitals are never tracked. */
export function textWidth(text: string, style: TextMetricsStyle): number {
  const characters = [...text].filter((character) => character === NON_JOINER || !WIDTHLESS.test(character));
  const [shares, bolder] = [latinShares(style), boldShare(style.weight)];
  const thousandths = characters.reduce((sum, character, index) => {
    const after = characters[index + 1] ?? '';
    if (arabic.has(character)) return sum + arabicAdvance(characters[index - 1] ?? '', character, after, bolder);
    return character === NON_JOINER ? sum : sum + latinAdvance(character, after, shares);
  }, 0);
  const tracking = isUncased(text) ? 0 : style.tracking * characters.length;
  return (thousandths / 1000 + tracking) * style.size;
}
