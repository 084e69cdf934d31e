import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import type { AnchoredGroup, TextMark, Tone } from '../../marks/mark.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { baselineIn, type TextSetting, textAnchor, textStyle, X_HEIGHT_MIDDLE } from '../../typography/text-style.ts';
import type { TextRole, TypeStyle } from '../../typography/type-scale.ts';
import { wrapBalanced } from '../../typography/wrap-text.ts';
import type { RestContext } from '../rest-context.ts';

export interface BlockLine {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  /** Below the top of the block. */
  readonly baseline: number;
  readonly width: number;
  /** From the block's reading start; absent = 0. */
  readonly indent?: number;
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

/**
 * Sets parts below one another, each wrapped to `maxWidth`. Empty parts are left out.
 * @param styleOf type of a text: by its own script on the map, by the page's direction in charts
 */
export function textBlock<Setting extends TextSetting>(
  parts: readonly BlockPart[],
  maxWidth: number,
  setting: Setting,
  styleOf: (role: TextRole, text: string, setting: Setting) => TypeStyle = textStyle,
): TextBlock {
  const lines: BlockLine[] = [];
  let height = 0;
  for (const part of parts.filter(({ text }) => text.trim() !== '')) {
    const style = styleOf(part.role, part.text, setting);
    height += lines.length === 0 ? 0 : (part.gapPx ?? 0);
    for (const text of wrapBalanced(part.text, maxWidth, style)) {
      const width = textWidth(text, style);
      lines.push({ text, role: part.role, tone: part.tone, baseline: height + baselineIn(style), width });
      height += style.lineHeight;
    }
  }
  const first = lines[0];
  const firstSize = first === undefined ? 0 : styleOf(first.role, first.text, setting).size;
  return {
    width: Math.max(0, ...lines.map(({ width }) => width)),
    height,
    lines,
    firstMiddle: (first?.baseline ?? 0) - firstSize * X_HEIGHT_MIDDLE,
  };
}

/** Characters of all lines. */
export const charactersIn = ({ lines }: TextBlock): number => lines.reduce((sum, { text }) => sum + text.length, 0);

export const blockBox = (block: TextBlock, [left, top]: ScreenPoint): Box => ({
  left,
  top,
  right: left + block.width,
  bottom: top + block.height,
});

export type Align = 'left' | 'middle' | 'right';

/**
 * The block's lines, from its top left corner.
 * @param halo of all lines, or of each
 */
export function blockLines(block: TextBlock, align: Align, halo: Tone | readonly Tone[]): readonly TextMark[] {
  return block.lines.map(({ text, role, tone, baseline }, index) => ({
    type: 'text',
    key: String(index),
    x: { left: 0, middle: block.width / 2, right: block.width }[align],
    y: baseline,
    text,
    role,
    tone,
    anchor: textAnchor(align, text),
    halo: (typeof halo === 'string' ? halo : halo[index]) ?? 'land',
  }));
}

/** Marks about a point: none where there is nothing to be seen. */
export function anchoredGroup(
  key: string,
  marks: AnchoredGroup['marks'],
  [x, y]: ScreenPoint,
  opacity = 1,
): readonly AnchoredGroup[] {
  return marks.length === 0 || opacity <= 0 ? [] : [{ type: 'anchored', key, x, y, opacity, marks }];
}

/** The background under each line of a block whose top left corner stands at a point at rest. */
export function lineHalos(
  block: TextBlock,
  [left, top]: ScreenPoint,
  align: Align,
  context: RestContext,
): readonly Tone[] {
  return block.lines.map(({ role, text, width, baseline }) => {
    const { size } = textStyle(role, text, context);
    const from = left + { left: 0, middle: (block.width - width) / 2, right: block.width - width }[align];
    const box = { left: from, right: from + width, top: top + baseline - size * 0.7, bottom: top + baseline };
    return context.background.tone(box);
  });
}
