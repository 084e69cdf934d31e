import type { Box } from '../geo/lng-lat.ts';
import type { ScreenContext } from '../labels/rest-context.ts';
import type { TextMark, Tone } from '../marks/mark.ts';
import { isArabicScript, textWidth, wrapBalanced, wrapText } from '../typography/text-metrics.ts';
import { arabicStyle } from '../typography/text-style.ts';
import type { TextRole } from '../typography/type-scale.ts';
import { type TypeStyle, typeStyle } from '../typography/type-scale.ts';

/** Arabic script needs more room between lines and is never tracked. */
export function chartType(role: TextRole, context: ScreenContext): TypeStyle {
  const style = typeStyle(role, context.sizeClass);
  if (context.dir === 'ltr') return style;
  return arabicStyle(style);
}

export interface TextLine {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
  readonly width: number;
  /** Below the top of the block. */
  readonly baseline: number;
  /** From the block's reading start; only in blocks that begin there. */
  readonly indent?: number;
}

/** Lines below one another, measured, not yet placed. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

export interface TextPart {
  readonly text: string;
  readonly role: TextRole;
  readonly tone: Tone;
}

/** Parts below one another, each wrapped to `maxWidth`; parts without text are left out. */
export function textBlock(parts: readonly TextPart[], maxWidth: number, context: ScreenContext): TextBlock {
  let height = 0;
  const lines = parts
    .filter(({ text }) => text !== '')
    .flatMap(({ text, role, tone }) => {
      const style = chartType(role, context);
      return wrapBalanced(text, maxWidth, style).map((line): TextLine => {
        const baseline = height + style.lineHeight / 2 + style.size * 0.3;
        height += style.lineHeight;
        return { text: line, role, tone, width: textWidth(line, style), baseline };
      });
    });
  return { width: Math.ceil(Math.max(0, ...lines.map(({ width }) => width))), height, lines };
}

const RUN_IN_PX = 7;

/** A head with the body running on behind it on the same line. */
export function runInBlock(head: TextPart, body: TextPart, maxWidth: number, context: ScreenContext): TextBlock {
  const [headStyle, bodyStyle] = [chartType(head.role, context), chartType(body.role, context)];
  const headWidth = textWidth(head.text, headStyle);
  const indent = headWidth + RUN_IN_PX;
  const first = wrapText(body.text, maxWidth - indent, bodyStyle)[0] ?? '';
  const runsOn = first !== '' && indent + textWidth(first, bodyStyle) <= maxWidth;
  const rest = runsOn ? body.text.slice(first.length).trim() : body.text;
  const below = textBlock([{ ...body, text: rest }], maxWidth, context);
  const { lineHeight, size } = headStyle;
  const baseline = lineHeight / 2 + size * 0.3;
  const headLine: TextLine = { ...head, width: headWidth, baseline };
  const firstLine: TextLine = { ...body, text: first, width: textWidth(first, bodyStyle), baseline, indent };
  const rows = below.lines.map((line) => ({ ...line, baseline: line.baseline + lineHeight }));
  const lines = [headLine, ...(runsOn ? [firstLine] : []), ...rows];
  const width = Math.ceil(Math.max(...lines.map((line) => (line.indent ?? 0) + line.width)));
  return { width, height: lineHeight + below.height, lines };
}

/** `start` and `end` of an SVG text follow its own script; a chart thinks in left and right. */
export function anchorAt(edge: 'left' | 'middle' | 'right', text: string): 'start' | 'middle' | 'end' {
  if (edge === 'middle') return 'middle';
  return (edge === 'left') === isArabicScript(text) ? 'end' : 'start';
}

export interface BlockPlace {
  /** Screen x of the edge the lines are flush with. */
  readonly x: number;
  readonly top: number;
  readonly edge: 'left' | 'middle' | 'right';
}

export function blockMarks(block: TextBlock, at: BlockPlace, key: string, opacity = 1): readonly TextMark[] {
  const onward = at.edge === 'right' ? -1 : 1;
  return block.lines.map(({ text, role, tone, baseline, indent = 0 }, index) => ({
    type: 'text',
    key: `${key}/${index}`,
    x: Math.round((at.x + onward * indent) * 10) / 10,
    y: Math.round((at.top + baseline) * 10) / 10,
    text,
    role,
    tone,
    anchor: anchorAt(at.edge, text),
    halo: 'land',
    ...(opacity < 1 ? { opacity } : {}),
  }));
}

export function blockBox(block: TextBlock, at: BlockPlace): Box {
  const left = at.edge === 'left' ? at.x : at.edge === 'right' ? at.x - block.width : at.x - block.width / 2;
  return { left, right: left + block.width, top: at.top, bottom: at.top + block.height };
}
