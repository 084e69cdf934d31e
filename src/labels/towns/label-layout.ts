import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import type { Tone } from '../../marks/mark.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { baselineIn, secondRoleOf, type TextSetting, textAnchor, textStyle } from '../../typography/text-style.ts';
import type { TextRole } from '../../typography/type-scale.ts';
import { LINE_PIECE_PX } from '../boxes-along.ts';

export type LabelSide = 'e' | 'w' | 's' | 'n' | 'c';

export interface LabelLine {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  readonly lang: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Of the anchor point and baseline from the labelled place. */
  readonly dx: number;
  readonly dy: number;
}

export interface LabelWords {
  readonly first: string;
  /** Empty where there is no second line. */
  readonly second: string;
  readonly firstLang: string;
  readonly secondLang: string;
  readonly role: TextRole;
  readonly tone: Tone;
}

interface Measured extends Omit<LabelLine, 'dx' | 'dy' | 'anchor'> {
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly baseline: number;
}

interface LabelBlock {
  readonly width: number;
  readonly height: number;
  /** Middle of the first line. */
  readonly firstMiddle: number;
  readonly lines: readonly Measured[];
}

/** A narrower box would be taken for a piece of a line. */
const MIN_ROW_PX = LINE_PIECE_PX + 1;
/** Two languages of a name stand closer than two lines of a text. */
const OVERLAP = 2;

function measured(words: LabelWords, setting: TextSetting): LabelBlock {
  const style = textStyle(words.role, words.first, setting);
  const first: Measured = {
    text: words.first,
    role: words.role,
    tone: words.tone,
    lang: words.firstLang,
    width: textWidth(words.first, style),
    top: 0,
    height: style.lineHeight,
    baseline: baselineIn(style),
  };
  const base = { firstMiddle: baselineIn(style) - style.size * 0.3 };
  const role = secondRoleOf(words.role);
  if (words.second === '' || role === null)
    return { ...base, width: first.width, height: style.lineHeight, lines: [first] };
  const below = textStyle(role, words.second, setting);
  const second: Measured = {
    text: words.second,
    role,
    tone: 'ink-2',
    lang: words.secondLang,
    width: textWidth(words.second, below),
    top: style.lineHeight - OVERLAP,
    height: below.lineHeight,
    baseline: style.lineHeight - OVERLAP + baselineIn(below),
  };
  return {
    ...base,
    width: Math.max(first.width, second.width),
    height: style.lineHeight - OVERLAP + below.lineHeight,
    lines: [first, second],
  };
}

function cornerOf(block: LabelBlock, side: LabelSide, gap: number, slide: number): ScreenPoint {
  const middle = block.width * (slide - 0.5);
  return {
    e: [gap, -block.firstMiddle] as const,
    w: [-gap - block.width, -block.firstMiddle] as const,
    s: [middle, gap - 3] as const,
    n: [middle, -gap + 1 - block.height] as const,
    c: [middle, -block.height / 2] as const,
  }[side];
}

export interface LabelLayout {
  /** Top left corner from the labelled place. */
  readonly offset: ScreenPoint;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LabelLine[];
  /** The room of each line, from the labelled place: the second is often much shorter than the first. */
  readonly rows: readonly Box[];
}

export interface LabelSpot {
  readonly side: LabelSide;
  /** From the place to the text. */
  readonly gap: number;
  /** How far a name above or below its place is pushed sideways, as a share of its width. */
  readonly slide: number;
}

/** A name set on one side of its place, both lines aligned on the symbol's side. */
export function layoutLabel(words: LabelWords, { side, gap, slide }: LabelSpot, setting: TextSetting): LabelLayout {
  const block = measured(words, setting);
  const offset = cornerOf(block, side, gap, slide);
  const edge = side === 'e' ? 'left' : side === 'w' ? 'right' : 'middle';
  const dx = offset[0] + { left: 0, middle: block.width / 2, right: block.width }[edge];
  const lines = block.lines.map(({ text, role, tone, lang, baseline }): LabelLine => {
    return { text, role, tone, lang, anchor: textAnchor(edge, text), dx, dy: offset[1] + baseline };
  });
  const rows = block.lines.map(({ width: textPx, top, height }): Box => {
    const width = Math.max(textPx, MIN_ROW_PX);
    const left = offset[0] + (block.width - width) * { left: 0, middle: 0.5, right: 1 }[edge];
    return { left, right: left + width, top: offset[1] + top, bottom: offset[1] + top + height };
  });
  return { offset, width: block.width, height: block.height, lines, rows };
}
