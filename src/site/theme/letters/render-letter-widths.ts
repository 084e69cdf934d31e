import type { ArabicWidths, Forms } from './arabic-widths.ts';
import { KERNING_STEP, type Kerning, type LatinWidths } from './latin-widths.ts';

/** In the quotes that Biome would choose, so that the file passes for formatted. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

const numbers = (list: readonly number[]): string => `numbers('${list.join(' ')}')`;
const forms = (list: Forms): string => `[${list.join(', ')}]`;

/** The module that placement reads its letter widths from. */
export const renderLetterWidths = (latin: LatinWidths, kerning: Kerning, arabic: ArabicWidths): string => `/**
 * Widths of letters in thousandths of an em. Written by \`npm run theme -- --write\` from the font files that
 * \`shipped/paper.yaml\` names; a test compares the two.
 */
const numbers = (list: string): readonly number[] => list.split(' ').map(Number);

/** Characters that are equally wide, together; the lists below have a number for each. */
export const LATIN = ${quoted(latin.characters.join('\n'))}.split('\\n');

/** Regular, at the middle of \`OPTICAL_SIZES\`. */
export const LATIN_MIDDLE = ${numbers(latin.middle)};

/** How much wider at the least of \`OPTICAL_SIZES\`, at the greatest, and in bold. */
export const LATIN_SMALLEST = ${numbers(latin.smallest)};
export const LATIN_LARGEST = ${numbers(latin.largest)};
export const LATIN_BOLD = ${numbers(latin.bold)};

/** First and second characters of kerned pairs. */
export const KERNED_FIRST = ${quoted(kerning.firsts)};
export const KERNED_SECOND = ${quoted(kerning.seconds)};

/** One letter a pair, the second characters of one first after another: \`m\` is no step, \`n\` one further apart. */
export const KERNING = ${quoted(kerning.steps.map((steps) => String.fromCharCode('m'.charCodeAt(0) + steps)).join(''))};
export const KERNING_STEP = ${KERNING_STEP};

/**
 * Characters that are equally wide, then the widths of their isolated, final, initial and medial form as far as they
 * join, and how much wider each is in bold.
 */
export const ARABIC = [
${arabic.rows.map(([characters, regular, bold]) => `  '${[characters, ...regular, ...bold].join(' ')}',\n`).join('')}];

/** Lam where an alef follows: initial and medial. */
export const LAM_BEFORE_ALEF = { regular: ${forms(arabic.lamBeforeAlef.regular)}, bold: ${forms(arabic.lamBeforeAlef.bold)} } as const;
`;
