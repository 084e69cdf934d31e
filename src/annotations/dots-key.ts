import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { textWidth, wrapBalanced } from '../i18n/text-metrics.ts';
import type { Mark, MarkContext } from '../story/mark.ts';
import type { DotsAnnotation } from '../story/story.ts';
import { typeStyle } from '../story/type-scale.ts';

/** Says what one dot stands for. */
export interface DotsKey {
  readonly box: Box;
  readonly marks: readonly Mark[];
}

const LINE_PX = 18;
const LINE_FROM_PX = 7;
const TEXT_FROM_PX = LINE_FROM_PX + LINE_PX + 8;
const CLEAR_PX = 8;
const GRID_PX = 8;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Corners nearest to where the dots leave first, then along both sides, away from that end. */
function positions(free: Box, size: Size, origin: ScreenPoint, dir: 'ltr' | 'rtl'): readonly Box[] {
  const low = origin[1] > (free.top + free.bottom) / 2;
  const room = free.bottom - free.top - size.height;
  const steps = Math.max(0, Math.floor(room / GRID_PX));
  const sides = dir === 'rtl' ? [free.left, free.right - size.width] : [free.right - size.width, free.left];
  return Array.from({ length: steps + 1 }, (_, k) => (low ? room - k * GRID_PX : k * GRID_PX)).flatMap((down) =>
    sides.map((left) => {
      const top = free.top + Math.max(0, down);
      return { left, right: left + size.width, top, bottom: top + size.height };
    }),
  );
}

function drawKey(
  annotation: DotsAnnotation,
  lines: readonly string[],
  box: Box,
  radiusPx: number,
  context: MarkContext,
): readonly Mark[] {
  const { lineHeight } = typeStyle('callout-body', context.sizeClass);
  const sign = context.dir === 'rtl' ? -1 : 1;
  const start = context.dir === 'rtl' ? box.right : box.left;
  const middle = box.top + lineHeight / 2;
  const x = (offset: number): number => Math.round((start + sign * offset) * 10) / 10;
  const text = { type: 'text', role: 'callout-body', anchor: 'start', halo: 'land' } as const;
  const baseline = (row: number): number => Math.round(middle + 5 + row * lineHeight);
  return [
    {
      type: 'path',
      key: `${annotation.id}/key/dot`,
      d: `M${x(radiusPx)} ${middle}h0`,
      stroke: 'red',
      strokeWidth: 2 * radiusPx,
      cap: 'round',
    },
    {
      type: 'path',
      key: `${annotation.id}/key/line`,
      d: `M${x(LINE_FROM_PX)} ${middle}H${x(LINE_FROM_PX + LINE_PX)}`,
      stroke: 'ink-2',
      strokeWidth: 1,
    },
    {
      ...text,
      key: `${annotation.id}/key/label`,
      x: x(TEXT_FROM_PX),
      y: baseline(0),
      text: annotation.label,
      tone: 'ink',
    },
    ...lines.map(
      (line, row): Mark => ({
        ...text,
        key: `${annotation.id}/key/body/${row}`,
        x: x(0),
        y: baseline(row + 1),
        text: line,
        tone: 'ink-2',
      }),
    ),
  ];
}

/** The key in a free corner, never over a dot; with the body in fewer or more lines, at last without it. */
export function placeKey(
  annotation: DotsAnnotation,
  origin: ScreenPoint,
  radiusPx: number,
  held: readonly Box[],
  context: MarkContext,
): DotsKey | null {
  const type = typeStyle('callout-body', context.sizeClass);
  const labelWidth = TEXT_FROM_PX + textWidth(annotation.label, type);
  const oneLine = textWidth(annotation.body, type) + 4;
  const shapes = [oneLine, oneLine * 0.62, oneLine * 0.4].map((width) => wrapBalanced(annotation.body, width, type));
  for (const lines of context.sizeClass === 'phone' ? [...shapes.slice(1), []] : [...shapes, []]) {
    const width = Math.ceil(Math.max(labelWidth, ...lines.map((line) => textWidth(line, type))));
    const size = { width: width * 1.02, height: type.lineHeight * (1 + lines.length) };
    const box = positions(context.freeBox, size, origin, context.dir).find((place) => {
      const roomy = {
        left: place.left - CLEAR_PX,
        right: place.right + CLEAR_PX,
        top: place.top - CLEAR_PX,
        bottom: place.bottom + CLEAR_PX,
      };
      return !held.some((other) => overlap(roomy, other));
    });
    if (box !== undefined) return { box, marks: drawKey(annotation, lines, box, radiusPx, context) };
  }
  return null;
}
