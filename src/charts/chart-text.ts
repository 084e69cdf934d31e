import type { ScreenContext } from '../labels/rest-context.ts';
import { type Align, type BlockLine, type BlockPart, type TextBlock, textBlock } from '../labels/texts/text-block.ts';
import type { TextMark } from '../marks/mark.ts';
import { round1 } from '../marks/screen-path.ts';
import { textWidth } from '../typography/text-metrics.ts';
import { arabicStyle, baselineIn, textAnchor, X_HEIGHT_MIDDLE } from '../typography/text-style.ts';
import { type TextRole, type TypeStyle, typeStyle } from '../typography/type-scale.ts';
import { wrapText } from '../typography/wrap-text.ts';

/** Arabic script needs more room between lines and is never tracked. */
export function chartType(role: TextRole, context: ScreenContext): TypeStyle {
  const style = typeStyle(role, context.sizeClass);
  if (context.dir === 'ltr') return style;
  return arabicStyle(style);
}

/** Parts below one another, as `textBlock` sets them, in a chart's type; as wide as whole pixels. */
export function chartBlock(parts: readonly BlockPart[], maxWidth: number, context: ScreenContext): TextBlock {
  const block = textBlock(parts, maxWidth, context, (role) => chartType(role, context));
  return { ...block, width: Math.ceil(block.width) };
}

const RUN_IN_PX = 7;

/** A head with the body running on behind it on the same line. */
export function runInBlock(head: BlockPart, body: BlockPart, maxWidth: number, context: ScreenContext): TextBlock {
  const [headStyle, bodyStyle] = [chartType(head.role, context), chartType(body.role, context)];
  const headWidth = textWidth(head.text, headStyle);
  const indent = headWidth + RUN_IN_PX;
  const first = wrapText(body.text, maxWidth - indent, bodyStyle)[0] ?? '';
  const runsOn = first !== '' && indent + textWidth(first, bodyStyle) <= maxWidth;
  const rest = runsOn ? body.text.slice(first.length).trim() : body.text;
  const below = chartBlock([{ ...body, text: rest }], maxWidth, context);
  const { lineHeight } = headStyle;
  const baseline = baselineIn(headStyle);
  const headLine: BlockLine = { ...head, width: headWidth, baseline };
  const firstLine: BlockLine = { ...body, text: first, width: textWidth(first, bodyStyle), baseline, indent };
  const rows = below.lines.map((line) => ({ ...line, baseline: line.baseline + lineHeight }));
  const lines = [headLine, ...(runsOn ? [firstLine] : []), ...rows];
  const width = Math.ceil(Math.max(...lines.map((line) => (line.indent ?? 0) + line.width)));
  const firstMiddle = baseline - headStyle.size * X_HEIGHT_MIDDLE;
  return { width, height: lineHeight + below.height, lines, firstMiddle };
}

export interface BlockPlace {
  /** Screen x of the edge the lines are flush with. */
  readonly x: number;
  readonly top: number;
  readonly edge: Align;
}

export function blockMarks(block: TextBlock, at: BlockPlace, key: string, opacity = 1): readonly TextMark[] {
  const onward = at.edge === 'right' ? -1 : 1;
  return block.lines.map(({ text, role, tone, baseline, indent = 0 }, index) => ({
    type: 'text',
    key: `${key}/${index}`,
    x: round1(at.x + onward * indent),
    y: round1(at.top + baseline),
    text,
    role,
    tone,
    anchor: textAnchor(at.edge, text),
    halo: 'land',
    ...(opacity < 1 ? { opacity } : {}),
  }));
}
