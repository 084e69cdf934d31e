import { SPIKE_PX, standingPath } from '../../data/scales/symbol-size.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textAnchor } from '../../typography/text-style.ts';
import { chartType } from '../chart-text.ts';
import { type LegendAnnotation, type LegendPart, rectMark, toneOf, wordsPart } from './legend-block.ts';

const SWATCH = { width: 24, height: 13 } as const;
const TEXT_FROM = SWATCH.width + 8;
const DOT_PX = 4.5;
const STRIP_PX = 10;

const rowHeight = (context: ScreenContext): number => chartType('small', context).lineHeight;

function swatch(
  annotation: LegendAnnotation,
  group: number | null,
  x: (offset: number) => number,
  top: number,
  height: number,
  key: string,
): Mark {
  const fill = toneOf(annotation, group);
  const middle = top + height / 2;
  if (annotation.sign === 'dot') {
    return {
      type: 'circle',
      key,
      cx: round1(x(SWATCH.width / 2)),
      cy: round1(middle),
      r: DOT_PX,
      fill,
      stroke: 'land',
      strokeWidth: 0.75,
    };
  }
  if (annotation.sign === 'line') return rectMark(x, [0, SWATCH.width], [middle - 1.5, middle + 1.5], fill, key);
  // Classes touch as they do on the map; kinds without an order stand apart.
  const isOrdered = annotation.form === 'classes' || annotation.form === 'diverging';
  const isClass = isOrdered && group !== null;
  const [above, below] = isClass ? [0, height] : [(height - SWATCH.height) / 2, (height + SWATCH.height) / 2];
  return rectMark(x, [0, SWATCH.width], [top + above, top + below], fill, key);
}

/** A row for each class or kind. Classes run from the highest down, as figures do on an axis. */
export function rowsPart(annotation: LegendAnnotation, maxWidth: number, context: ScreenContext): LegendPart {
  const { rows, form } = annotation;
  const isOrdered = form === 'classes' || form === 'diverging';
  const known = rows.filter(({ group }) => group !== null);
  const ordered = isOrdered ? [...known.toReversed(), ...rows.filter(({ group }) => group === null)] : rows;
  const height = rowHeight(context);
  const style = chartType('small', context);
  const room = maxWidth - TEXT_FROM;
  const parts = ordered.map(({ text }) => wordsPart([{ text, role: 'small', tone: 'ink' }], room, context, TEXT_FROM));
  const gapAt = (index: number): number => (ordered[index]?.group === null && index > 0 ? 5 : 0);
  const tops = ordered.map((_, index) =>
    ordered
      .slice(0, index + 1)
      .reduce((sum, __, at) => sum + gapAt(at) + (at < index ? Math.max(height, parts[at]?.height ?? 0) : 0), 0),
  );
  const last = ordered.length - 1;
  return {
    width: Math.max(0, ...ordered.map(({ text }) => TEXT_FROM + Math.min(room, textWidth(text, style)))),
    height: ordered.length === 0 ? 0 : (tops[last] ?? 0) + Math.max(height, parts[last]?.height ?? 0),
    marks: (x, top, key) =>
      ordered.flatMap(({ group }, index) => {
        const at = top + (tops[index] ?? 0);
        return [
          swatch(annotation, group, x, at, height, `${key}/swatch/${index}`),
          ...(parts[index]?.marks(x, at, `${key}/text/${index}`) ?? []),
        ];
      }),
  };
}

const TICK_AIR_PX = 6;

/** Figures under a strip that stand clear of one another: both ends, and of those between as many as have room. */
function clearTicks({ ticks }: LegendAnnotation, width: number, context: ScreenContext): LegendAnnotation['ticks'] {
  const style = chartType('small', context);
  const spanOf = ({ share, text }: LegendAnnotation['ticks'][number]): readonly [number, number] => {
    const half = textWidth(text, style) / 2;
    const middle = share === 0 ? half : share === 1 ? width - half : share * width;
    return [middle - half - TICK_AIR_PX / 2, middle + half + TICK_AIR_PX / 2];
  };
  const kept = ticks.filter(({ share }) => share === 0 || share === 1);
  for (const tick of ticks) {
    const [from, to] = spanOf(tick);
    if (kept.every((one) => spanOf(one)[1] <= from || spanOf(one)[0] >= to)) kept.push(tick);
  }
  return kept;
}

/** All colours in a strip, with figures under it where they change. */
export function stripPart(annotation: LegendAnnotation, width: number, context: ScreenContext): LegendPart {
  const { colors } = annotation;
  const ticks = clearTicks(annotation, width, context);
  const style = chartType('small', context);
  return {
    width,
    height: STRIP_PX + 3 + style.lineHeight,
    marks: (x, top, key) => [
      ...Array.from({ length: colors }, (_, group) =>
        rectMark(
          x,
          [(group * width) / colors, ((group + 1) * width) / colors + 0.2],
          [top, top + STRIP_PX],
          toneOf(annotation, group),
          `${key}/step/${group}`,
        ),
      ),
      ...ticks.map(
        ({ share, text }, index): Mark => ({
          type: 'text',
          key: `${key}/tick/${index}`,
          x: round1(x(share * width)),
          y: round1(top + STRIP_PX + 3 + style.size),
          text,
          role: 'small',
          tone: 'ink',
          anchor: anchorAt(share, text, context),
        }),
      ),
    ],
  };
}

export function anchorAt(share: number, text: string, { dir }: ScreenContext) {
  if (share > 0 && share < 1) return 'middle';
  const isStart = share === 0;
  return textAnchor(isStart === (dir === 'ltr') ? 'left' : 'right', text);
}

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

/** Outline of a size with its head at a point. */
function sizeMark({ px, at: [x, y], shape }: Ring, key: string): Mark {
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
  const sizes = annotation.sizes.map((size) => ({ ...size, height: shape === 'circle' ? 2 * size.px : size.px }));
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

const AXIS = { height: 12, tick: 6 } as const;

/** An axis of all slices, on which one is marked. */
export function axisMarks(
  count: number,
  index: number,
  at: (slice: number) => number,
  y: number,
  key: string,
): readonly Mark[] {
  const d = `M${at(0)} ${y}H${at(count - 1)}`;
  return [
    { type: 'path', key: `${key}/axis`, d, stroke: 'ink-3', strokeWidth: 1 },
    ...Array.from(
      { length: count },
      (_, slice): Mark => ({
        type: 'circle',
        key: `${key}/slice/${slice}`,
        cx: at(slice),
        cy: y,
        r: slice === index ? 4 : 1.6,
        fill: slice === index ? 'ink' : 'ink-3',
      }),
    ),
  ];
}

/** The date of one slice over an axis of all. */
export function timePart(times: readonly string[], index: number, width: number, context: ScreenContext): LegendPart {
  const count = times.length;
  const text = times[index] ?? '';
  const words = wordsPart([{ text, role: 'callout-head', tone: 'ink' }], width, context);
  const at = (slice: number): number => (count === 1 ? 0 : 4 + (slice * (width - 8)) / (count - 1));
  return {
    width,
    height: words.height + AXIS.height,
    marks: (x, top, key) => {
      const y = round1(top + words.height + AXIS.height / 2);
      return [
        ...words.marks(x, top, `${key}/date`),
        ...axisMarks(count, index, (slice) => round1(x(at(slice))), y, key),
      ];
    },
  };
}
