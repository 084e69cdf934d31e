import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { textWidth, wrapBalanced } from '../i18n/text-metrics.ts';
import type { MarkContext, TextMark, TextRole, Tone } from '../story/mark.ts';
import { haloTone } from './halo.ts';
import { round1 } from './screen-path.ts';
import { baselineIn, type TextSetting, textAnchor, textStyle, X_HEIGHT_MIDDLE } from './text-style.ts';

export interface BlockLine {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  /** Below the top of the block. */
  readonly baseline: number;
  readonly width: number;
}

/** Lines of text set below one another, measured. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BlockLine[];
  /** Middle of the first line's small letters below the top of the block: where a leader meets it. */
  readonly firstMiddle: number;
}

export interface BlockPart {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  /** Space above it. */
  readonly gapPx?: number;
}

/** Sets parts below one another, each wrapped to `maxWidth`. Empty parts are left out. */
export function textBlock(parts: readonly BlockPart[], maxWidth: number, setting: TextSetting): TextBlock {
  const lines: BlockLine[] = [];
  let height = 0;
  for (const part of parts.filter(({ text }) => text.trim() !== '')) {
    const style = textStyle(part.role, part.text, setting);
    height += lines.length === 0 ? 0 : (part.gapPx ?? 0);
    for (const text of wrapBalanced(part.text, maxWidth, style)) {
      const width = textWidth(text, style);
      lines.push({ text, role: part.role, tone: part.tone, baseline: height + baselineIn(style), width });
      height += style.lineHeight;
    }
  }
  const first = lines[0];
  const firstSize = first === undefined ? 0 : textStyle(first.role, first.text, setting).size;
  return {
    width: Math.max(0, ...lines.map(({ width }) => width)),
    height,
    lines,
    firstMiddle: (first?.baseline ?? 0) - firstSize * X_HEIGHT_MIDDLE,
  };
}

export const blockBox = (block: TextBlock, [left, top]: ScreenPoint): Box => ({
  left,
  top,
  right: left + block.width,
  bottom: top + block.height,
});

export type Align = 'left' | 'middle' | 'right';

/** The block's lines with its top left corner at a point. */
export function blockMarks(
  block: TextBlock,
  [left, top]: ScreenPoint,
  style: {
    readonly key: string;
    readonly align: Align;
    /** Of all lines, or of each. */
    readonly halo: Tone | readonly Tone[];
    readonly opacity: number;
  },
): readonly TextMark[] {
  const edge = { left, middle: left + block.width / 2, right: left + block.width }[style.align];
  return block.lines.map(({ text, role, tone, baseline }, index) => ({
    type: 'text',
    key: `${style.key}:${index}`,
    x: round1(edge),
    y: round1(top + baseline),
    text,
    role,
    tone,
    anchor: textAnchor(style.align, text),
    halo: (typeof style.halo === 'string' ? style.halo : style.halo[index]) ?? 'land',
    opacity: style.opacity,
  }));
}

/** The ground under each line of a block whose top left corner stands at a point at rest. */
export function lineHalos(
  block: TextBlock,
  [left, top]: ScreenPoint,
  align: Align,
  context: MarkContext,
): readonly Tone[] {
  return block.lines.map(({ role, text, width, baseline }) => {
    const { size } = textStyle(role, text, context);
    const from = left + { left: 0, middle: (block.width - width) / 2, right: block.width - width }[align];
    return haloTone(
      { left: from, right: from + width, top: top + baseline - size * 0.7, bottom: top + baseline },
      context,
    );
  });
}
