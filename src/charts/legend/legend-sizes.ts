import { SPIKE_PX, standingPath } from '../../data/scales/symbol-size.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textAnchor } from '../../typography/text-style.ts';
import { chartType } from '../chart-text.ts';
import { type LegendAnnotation, type LegendPart, rectMark, stacked, wordsPart } from './legend-block.ts';
import { rowHeight, SWATCH, TEXT_FROM } from './legend-parts.ts';

const RING_GAP = 10;

/** Where the figures beside circles stand, in pixels from the head of the largest: each near its own, none on another. */
function labelHeights(
  sizes: readonly { readonly height: number }[],
  height: number,
  lineHeight: number,
): readonly number[] {
  return sizes.map((size, index) => {
    const below = (sizes.length - 1 - index) * lineHeight + lineHeight / 2;
    return Math.min(Math.max(height - size.height, index * lineHeight), height - below);
  });
}

interface Ring {
  readonly px: number;
  readonly text: string;
  /** Its head. */
  readonly at: readonly [x: number, y: number];
  /** Where its figure stands, and the figure's base line. */
  readonly beside: readonly [x: number, y: number, base: number];
  readonly context: ScreenContext;
  readonly shape: LegendAnnotation['shape'];
}

type Shape = LegendAnnotation['shape'];

/** How high a sign of a size is. */
const heightOf = (shape: Shape, px: number): number => (shape === 'circle' ? 2 * px : px);
const widthOf = (shape: Shape, px: number): number => (shape === 'spike' ? SPIKE_PX : 2 * px);

/** Outline of a size with its head at a point. */
function sizeMark({ px, at: [x, y], shape }: Pick<Ring, 'px' | 'at' | 'shape'>, key: string): Mark {
  const line = { stroke: 'ink-2', strokeWidth: 1 } as const;
  if (shape === 'circle') return { type: 'circle', key, cx: x, cy: round1(y + px), r: px, ...line };
  return { type: 'path', key, d: standingPath(shape, px, [x, round1(y + px)]), ...line };
}

function ringMarks(ring: Ring, key: string): readonly Mark[] {
  const {
    text,
    at: [x, y],
    beside,
    context,
  } = ring;
  const [left, middle, base] = beside;
  const isRtl = context.dir === 'rtl';
  const anchor = textAnchor(isRtl ? 'right' : 'left', text);
  const d = `M${x} ${y}L${left + (isRtl ? 3 : -3)} ${middle}`;
  return [
    sizeMark(ring, `${key}/ring`),
    { type: 'path', key: `${key}/line`, d, stroke: 'ink-3', strokeWidth: 0.6 },
    { type: 'text', key: `${key}/size`, x: left, y: base, text, role: 'small', tone: 'ink', anchor },
  ];
}

/** Signs of round values standing in each other, each with its figure beside its head. */
export function sizesPart(annotation: LegendAnnotation, context: ScreenContext): LegendPart {
  const { sign, shape } = annotation;
  if (sign === 'line') return widthsPart(annotation, context);
  const sizes = annotation.sizes.map((size) => ({ ...size, height: heightOf(shape, size.px) }));
  const style = chartType('small', context);
  const half = style.lineHeight / 2;
  const largest = shape === 'spike' ? SPIKE_PX / 2 : (sizes[0]?.px ?? 0);
  const height = Math.max(sizes[0]?.height ?? 0, sizes.length * style.lineHeight);
  const labels = labelHeights(sizes, height, style.lineHeight);
  const from = 2 * largest + RING_GAP;
  return {
    width: from + Math.max(0, ...sizes.map(({ text }) => textWidth(text, style))),
    height: sizes.length === 0 ? 0 : height + half,
    marks: (x, top, key) =>
      sizes.flatMap(({ px, text, height: own }, index) => {
        const [middle, head] = [round1(x(largest)), round1(top + half + height - own)];
        const label = round1(top + half + (labels[index] ?? 0));
        const y = round1(label + style.size * 0.34);
        return ringMarks(
          { px, text, at: [middle, head], beside: [round1(x(from)), label, y], context, shape },
          `${key}/${index}`,
        );
      }),
  };
}

/** Lines of round widths. */
function widthsPart({ sizes }: LegendAnnotation, context: ScreenContext): LegendPart {
  const height = rowHeight(context);
  const parts = sizes.map(({ text }) => wordsPart([{ text, role: 'small', tone: 'ink' }], 200, context, TEXT_FROM));
  return {
    width: Math.max(0, ...parts.map(({ width }) => width)),
    height: sizes.length * height,
    marks: (x, top, key) =>
      sizes.flatMap(({ px }, index) => {
        const middle = top + (index + 0.5) * height;
        return [
          rectMark(x, [0, SWATCH.width], [middle - px / 2, middle + px / 2], 'ink-2', `${key}/width/${index}`),
          ...(parts[index]?.marks(x, top + index * height, `${key}/text/${index}`) ?? []),
        ];
      }),
  };
}

/** On a small screen higher signs would hide the map: smaller ones tell the scale as well. */
const LOW_PX = 26;
const INLINE = { words: 5, next: 14 } as const;

/** Signs of the sizes that are low, in a line with their figures, at their true size. */
function signsPart({ sizes, shape }: LegendAnnotation, context: ScreenContext): LegendPart {
  const style = chartType('small', context);
  const low = sizes.filter(({ px }) => heightOf(shape, px) <= LOW_PX);
  const told = low.length > 0 ? low : sizes.slice(-1);
  const widths = told.map(({ px, text }) => widthOf(shape, px) + INLINE.words + textWidth(text, style));
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width + INLINE.next, 0));
  const height = Math.max(style.lineHeight, ...told.map(({ px }) => heightOf(shape, px)));
  return {
    width: (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0),
    height,
    marks: (x, top, key) =>
      told.flatMap(({ px, text }, index): readonly Mark[] => {
        const [start = 0, wide] = [starts[index], widthOf(shape, px)];
        const foot = top + height - (height - heightOf(shape, px)) / 2;
        const at = [round1(x(start + wide / 2)), round1(foot - heightOf(shape, px))] as const;
        const base = round1(top + height / 2 + style.size * 0.34);
        const anchor = textAnchor(context.dir === 'rtl' ? 'right' : 'left', text);
        const place = { x: round1(x(start + wide + INLINE.words)), y: base, anchor };
        return [
          sizeMark({ px, at, shape }, `${key}/ring/${index}`),
          { type: 'text', key: `${key}/size/${index}`, text, role: 'small', tone: 'ink', ...place },
        ];
      }),
  };
}

/** Lines of round widths, in a line with their figures. */
function lowWidthsPart({ sizes }: LegendAnnotation, context: ScreenContext): LegendPart {
  const style = chartType('small', context);
  const from = SWATCH.width + INLINE.words;
  const widths = sizes.map(({ text }) => from + textWidth(text, style) + INLINE.next);
  const startOf = (index: number): number => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  const middle = style.lineHeight / 2;
  return {
    width: startOf(sizes.length) - INLINE.next,
    height: style.lineHeight,
    marks: (x, top, key) =>
      sizes.flatMap(({ px, text }, index): readonly Mark[] => {
        const start = startOf(index);
        const tall = [top + middle - px / 2, top + middle + px / 2] as const;
        const anchor = textAnchor(context.dir === 'rtl' ? 'right' : 'left', text);
        const place = { x: round1(x(start + from)), y: round1(top + middle + style.size * 0.34), anchor };
        return [
          rectMark(x, [start, start + SWATCH.width], tall, 'ink-2', `${key}/width/${index}`),
          { type: 'text', key: `${key}/size/${index}`, text, role: 'small', tone: 'ink', ...place },
        ];
      }),
  };
}

/** Sizes for a small screen, with what they are of before them, or above them where there is no room. */
export function lowSizesPart(annotation: LegendAnnotation, width: number, context: ScreenContext): LegendPart {
  if (annotation.sizes.length === 0) return stacked([], 0);
  const signs = annotation.sign === 'line' ? lowWidthsPart(annotation, context) : signsPart(annotation, context);
  const style = chartType('small', context);
  const title = wordsPart([{ text: annotation.sizeTitle, role: 'small', tone: 'ink-2' }], width, context);
  const from = title.height === 0 ? 0 : textWidth(annotation.sizeTitle, style) + INLINE.next;
  if (from + signs.width > width) return stacked([title, signs], 2);
  const height = Math.max(title.height, signs.height);
  return {
    width: from + signs.width,
    height,
    marks: (x, top, key) => [
      ...title.marks(x, top + (height - title.height) / 2, `${key}/title`),
      ...signs.marks((offset) => x(from + offset), top + (height - signs.height) / 2, key),
    ],
  };
}
