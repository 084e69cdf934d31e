import { linePieces } from '../typography/line-pieces.ts';
import type { StaticMapSize } from './render-static-map.ts';

/** What stands on the picture of a shared link. */
export interface CardWords {
  readonly title: string;
  /** Empty where there is none. */
  readonly publisher: string;
}

/** One line of the picture. */
export interface CardLine {
  readonly text: string;
  readonly sizePx: number;
  /** Of its base line, from the upper edge. */
  readonly yPx: number;
}

/** Width of a text in this size, in pixels. */
export type MeasureText = (text: string, sizePx: number) => number;

/** From the edges of the picture: what some networks cut off has no words. */
export const CARD_MARGIN = 64;
const TITLE_SIZES = [76, 68, 60, 52, 46, 40, 34] as const;
const MAX_LINES = 3;
const LINE_HEIGHT = 1.16;
const PUBLISHER_SIZE = 27;

/** Lines as full as they can be. A word wider than the picture has a line of its own. */
function linesOf(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const piece of linePieces(text.replace(/\s+/g, ' '))) {
    const longer = lines.at(-1) + piece.space + piece.text;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(piece.text);
  }
  return lines;
}

/** As much of a line as fits, and a sign that there is more. */
function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  const kept = characters.findLastIndex((_, end) => fits(`${characters.slice(0, end).join('')}…`));
  return `${characters.slice(0, Math.max(0, kept)).join('').trimEnd()}…`;
}

function titleLines(title: string, measure: MeasureText, widthPx: number) {
  const fitsAt = (sizePx: number) => (line: string) => measure(line, sizePx) <= widthPx;
  const tries = TITLE_SIZES.map((sizePx) => ({ sizePx, lines: linesOf(title, fitsAt(sizePx)) }));
  const isWhole = ({ sizePx, lines }: (typeof tries)[number]): boolean =>
    lines.length <= MAX_LINES && lines.every(fitsAt(sizePx));
  const whole = tries.find(isWhole);
  if (whole) return whole;
  const sizePx = TITLE_SIZES[TITLE_SIZES.length - 1] ?? PUBLISHER_SIZE;
  const fits = fitsAt(sizePx);
  const all = linesOf(title, fits);
  const kept = all.slice(0, MAX_LINES).map((line) => (fits(line) ? line : shortened(line, fits)));
  const isCut = all.length > MAX_LINES;
  return {
    sizePx,
    lines: kept.map((line, i) => (isCut && i === MAX_LINES - 1 ? shortened(`${line} …`, fits) : line)),
  };
}

/** The headline in the largest size in which it fits, and the publisher's name below it, at the foot of the picture. */
export function layCardWords(
  { title, publisher }: CardWords,
  measure: MeasureText,
  { width, height }: StaticMapSize,
): readonly CardLine[] {
  const { sizePx, lines } = titleLines(title.trim(), measure, width - 2 * CARD_MARGIN);
  const footPx = height - CARD_MARGIN;
  const titleFootPx = publisher === '' ? footPx : footPx - PUBLISHER_SIZE - 24;
  const head = lines.map((text, i) => ({
    text,
    sizePx,
    yPx: Math.round(titleFootPx - (lines.length - 1 - i) * sizePx * LINE_HEIGHT),
  }));
  return publisher === '' ? head : [...head, { text: publisher, sizePx: PUBLISHER_SIZE, yPx: footPx }];
}
