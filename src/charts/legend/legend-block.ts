import type { z } from 'astro/zod';
import type { AnnotationOf } from '../../annotations/define.ts';
import { standingPath } from '../../data/scales/symbol-size.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark, Tone } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { blockMarks, chartBlock } from '../chart-text.ts';
import type { legendSchema } from './legend-schema.ts';

export type LegendAnnotation = AnnotationOf<z.ZodType<z.output<typeof legendSchema>>>;

/** Marks in a box whose start corner is the origin: x runs in reading direction until the legend is placed. */
export interface LegendPart {
  readonly width: number;
  readonly height: number;
  /** @param x of a distance from the start, in pixels of the screen; @param top of the part */
  readonly marks: (x: (offset: number) => number, top: number, key: string) => readonly Mark[];
}

type Words = readonly {
  readonly text: string;
  readonly role: 'callout-head' | 'callout-body' | 'small';
  readonly tone: Tone;
}[];

const edgeOf = ({ dir }: ScreenContext) => (dir === 'rtl' ? 'right' : 'left');

/** Lines of text, from a distance from the start. */
export function wordsPart(words: Words, maxWidth: number, context: ScreenContext, from = 0): LegendPart {
  const block = chartBlock(
    words.filter(({ text }) => text !== ''),
    maxWidth,
    context,
  );
  return {
    width: from + block.width,
    height: block.lines.length === 0 ? 0 : block.height,
    marks: (x, top, key) => blockMarks(block, { x: x(from), top, edge: edgeOf(context) }, key),
  };
}

const DOT_PX = 4.5;

/** The sign of a group of dots, or of what stands in their place, as large as a line of words. */
export function dotMark(
  { shape }: LegendAnnotation,
  fill: Tone,
  [x, middle]: readonly [number, number],
  key: string,
): Mark {
  const [cx, cy] = [round1(x), round1(middle)];
  const painted = { key, fill, stroke: 'land', strokeWidth: 0.75 } as const;
  if (shape === 'circle') return { type: 'circle', cx, cy, r: DOT_PX, ...painted };
  const [px, below] = shape === 'spike' ? [3 * DOT_PX, 1.5 * DOT_PX] : [1.4 * DOT_PX, 0.7 * DOT_PX];
  return { type: 'path', d: standingPath(shape, round1(px), [cx, round1(middle + below)]), ...painted };
}

/** A rectangle between two distances from the start. */
export function rectMark(
  x: (offset: number) => number,
  [from, to]: readonly [number, number],
  [top, bottom]: readonly [number, number],
  fill: Tone,
  key: string,
): Mark {
  const [a, b] = [x(from), x(to)];
  return {
    type: 'rect',
    key,
    x: round1(Math.min(a, b)),
    y: round1(top),
    width: round1(Math.abs(b - a)),
    height: round1(bottom - top),
    fill,
  };
}

/** Parts below one another. */
export function stacked(parts: readonly LegendPart[], gap: number): LegendPart {
  const shown = parts.filter(({ height }) => height > 0);
  const tops = shown.map((_, index) => shown.slice(0, index).reduce((sum, { height }) => sum + height + gap, 0));
  return {
    width: shown.reduce((most, { width }) => Math.max(most, width), 0),
    height: shown.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, shown.length - 1),
    marks: (x, top, key) => shown.flatMap((part, index) => part.marks(x, top + (tops[index] ?? 0), `${key}/${index}`)),
  };
}

export const toneOf = ({ layer, colors }: LegendAnnotation, group: number | null): Tone =>
  `own-data-${layer}-${group ?? colors}`;
