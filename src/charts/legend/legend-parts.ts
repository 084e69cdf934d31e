import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textAnchor } from '../../typography/text-style.ts';
import { chartType } from '../chart-text.ts';
import { dotMark, type LegendAnnotation, type LegendPart, rectMark, toneOf, wordsPart } from './legend-block.ts';

export const SWATCH = { width: 24, height: 13 } as const;
export const TEXT_FROM = SWATCH.width + 8;
const STRIP_PX = 10;

export const rowHeight = (context: ScreenContext): number => chartType('small', context).lineHeight;

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
  if (annotation.sign === 'dot') return dotMark(annotation, fill, [x(SWATCH.width / 2), middle], key);
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
