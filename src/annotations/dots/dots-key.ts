import { grow } from '../../geo/boxes.ts';
import type { Box, ScreenPoint } from '../../geo/lng-lat.ts';
import { crossings, segmentsIn } from '../../labels/boxes-along.ts';
import type { Collisions } from '../../labels/collisions.ts';
import type { RestContext } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { dotPath, projectLine, round1 } from '../../marks/screen-path.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import { textAnchor } from '../../typography/text-style.ts';
import { typeStyle } from '../../typography/type-scale.ts';
import { wrapBalanced } from '../../typography/wrap-text.ts';

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
/** On a phone the scrim of the text below begins inside the free box. */
const SCRIM_PX = 40;

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

interface KeyPlace {
  readonly id: string;
  readonly box: Box;
  readonly radiusPx: number;
}

function drawKey(
  label: string,
  lines: readonly string[],
  { id, box, radiusPx }: KeyPlace,
  context: RestContext,
): readonly Mark[] {
  const { lineHeight } = typeStyle('callout-body', context.sizeClass);
  const rtl = context.dir === 'rtl';
  const x = (offset: number): number => round1(rtl ? box.right - offset : box.left + offset);
  const middle = box.top + lineHeight / 2;
  const dot = dotPath(x(radiusPx), middle);
  const line = `M${x(LINE_FROM_PX)} ${middle}H${x(LINE_FROM_PX + LINE_PX)}`;
  const text = (words: string, row: number, offset: number): Mark => ({
    type: 'text',
    key: `${id}/key/text/${row}`,
    x: x(offset),
    y: Math.round(middle + 5 + row * lineHeight),
    text: words,
    role: 'callout-body',
    tone: row === 0 ? 'ink' : 'ink-2',
    anchor: textAnchor(rtl ? 'right' : 'left', words),
    halo: 'land',
  });
  return [
    { type: 'path', key: `${id}/key/dot`, d: dot, stroke: 'red', strokeWidth: 2 * radiusPx, cap: 'round' },
    { type: 'path', key: `${id}/key/line`, d: line, stroke: 'ink-2', strokeWidth: 1 },
    text(label, 0, TEXT_FROM_PX),
    ...lines.map((words, row) => text(words, row + 1, 0)),
  ];
}

interface KeyWords {
  readonly id: string;
  readonly label: string;
  readonly body: string;
}

/** Places where the label and these lines keep clear of what is occupied. */
function freePlaces(
  annotation: KeyWords,
  lines: readonly string[],
  origin: ScreenPoint,
  occupied: Collisions,
  context: RestContext,
): readonly Box[] {
  const type = typeStyle('callout-body', context.sizeClass);
  const labelWidth = TEXT_FROM_PX + textWidth(annotation.label, type);
  const width = Math.ceil(Math.max(labelWidth, ...lines.map((line) => textWidth(line, type))));
  const size = { width: width * 1.02, height: type.lineHeight * (1 + lines.length) };
  const { freeBox } = context;
  const room = context.sizeClass === 'phone' ? { ...freeBox, bottom: freeBox.bottom - SCRIM_PX } : freeBox;
  return positions(room, size, origin, context.dir).filter((place) => {
    return !occupied.hits(grow(place, CLEAR_PX));
  });
}

/**
 * The key in a free corner, never over a dot, and where it can be off the roads; with the body in fewer or more lines, at
 * last without it.
 */
export function placeKey(
  annotation: KeyWords,
  origin: ScreenPoint,
  radiusPx: number,
  occupied: Collisions,
  context: RestContext,
): DotsKey | null {
  const type = typeStyle('callout-body', context.sizeClass);
  const oneLine = textWidth(annotation.body, type) + 4;
  const shapes = [oneLine, oneLine * 0.62, oneLine * 0.4].map((width) => wrapBalanced(annotation.body, width, type));
  const lines = context.avoidLines.map((line) => projectLine(line, context.projection));
  const roads = segmentsIn(lines, context.freeBox);
  for (const bodies of [context.sizeClass === 'phone' ? shapes.slice(1) : shapes, [[]]]) {
    const places = bodies.flatMap((body) =>
      freePlaces(annotation, body, origin, occupied, context).map((box) => ({ body, box })),
    );
    const found = places.find(({ box }) => crossings(roads, box) === 0) ?? places[0];
    if (found === undefined) continue;
    const { body, box } = found;
    return { box, marks: drawKey(annotation.label, body, { id: annotation.id, box, radiusPx }, context) };
  }
  return null;
}
