import {
  ARABIC,
  ARABIC_BREAKING,
  ARABIC_DIGIT,
  ARABIC_ENDING,
  ARABIC_JOINED,
  ARABIC_SIGNS,
  LATIN,
  LATIN_400_AT_10,
  LATIN_400_AT_18,
  LATIN_400_AT_72,
  LATIN_600_AT_18,
} from './advances.ts';

/** What decides the width of a text: size in CSS px, weight, and letter-spacing in em. */
export interface TextMetricsStyle {
  readonly size: number;
  readonly weight: number;
  readonly tracking: number;
}

const latinIndex = new Map(LATIN.map((char, index) => [char, index]));
const arabicIndex = new Map(ARABIC.map((char, index) => [char, index]));
const UNKNOWN = latinIndex.get('n') ?? 0;
const ARABIC_BOLD = 1.035;
const ARABIC_BOLD_DIGIT = 1.055;

const isArabicLetter = (char: string): boolean => arabicIndex.has(char);
/** Marks over and under letters, and signs that only steer direction. */
const isVowelSign = (char: string): boolean => char > '\u00ac' && /[\p{Mn}\p{Cf}]/u.test(char);
const isArabicDigit = (char: string): boolean => char > '\u0600' && /[\u0660-\u0669\u06f0-\u06f9]/.test(char);

/** True where the text holds at least one letter of the Arabic script. */
export const isArabicScript = (text: string): boolean => /[\u0620-\u064a\u0671-\u06d3]/.test(text);

function latinAdvance(char: string, style: TextMetricsStyle): number {
  const index = latinIndex.get(char) ?? latinIndex.get(char.normalize('NFKD').charAt(0)) ?? UNKNOWN;
  const at18 = LATIN_400_AT_18[index] ?? 0;
  const heavier = ((LATIN_600_AT_18[index] ?? 0) - at18) * ((style.weight - 400) / 200);
  const smaller = ((LATIN_400_AT_10[index] ?? 0) - at18) * Math.max(0, (18 - style.size) / 8);
  const larger = ((LATIN_400_AT_72[index] ?? 0) - at18) * Math.min(1, Math.max(0, (style.size - 18) / 54));
  return at18 + heavier + smaller + larger;
}

function arabicAdvance(char: string, next: string | undefined, style: TextMetricsStyle): number {
  const index = arabicIndex.get(char) ?? 0;
  const joins = next !== undefined && isArabicLetter(next) && next !== 'ء' && !ARABIC_BREAKING.includes(char);
  const advance = (joins ? ARABIC_JOINED : ARABIC_ENDING)[index] ?? 0;
  return style.weight > 500 ? advance * ARABIC_BOLD : advance;
}

function advance(char: string, next: string | undefined, style: TextMetricsStyle): number {
  if (isArabicLetter(char)) return arabicAdvance(char, next, style);
  if (isArabicDigit(char)) return style.weight > 500 ? ARABIC_DIGIT * ARABIC_BOLD_DIGIT : ARABIC_DIGIT;
  return ARABIC_SIGNS[char] ?? latinAdvance(char, style);
}

/**
 * Width of one line in CSS px, without a browser. Within 2 % of Chromium for Latin (no kerning) and 6 % for Arabic.
 * Arabic script is never tracked.
 */
export function textWidth(text: string, style: TextMetricsStyle): number {
  const chars = [...text].filter((char) => !isVowelSign(char));
  const thousandths = chars.reduce((sum, char, index) => sum + advance(char, chars[index + 1], style), 0);
  const tracking = isArabicScript(text) ? 0 : style.tracking * chars.length;
  return (thousandths / 1000 + tracking) * style.size;
}

function wrapParagraph(paragraph: string, maxWidth: number, style: TextMetricsStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Breaks a text at spaces into lines no wider than `maxWidth`; a longer single word stays whole on its own line. */
export function wrapText(text: string, maxWidth: number, style: TextMetricsStyle): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, maxWidth, style));
}

/** Like `wrapText`, with the same number of lines made as even as they can be. */
export function wrapBalanced(text: string, maxWidth: number, style: TextMetricsStyle): readonly string[] {
  const lines = wrapText(text, maxWidth, style);
  if (lines.length < 2) return lines;
  let best = lines;
  let [low, high] = [maxWidth / 2, maxWidth];
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const tighter = wrapText(text, middle, style);
    if (tighter.length > lines.length) {
      low = middle;
    } else {
      best = tighter;
      high = middle;
    }
  }
  return best;
}
