import { clamp } from '../../geo/clamp.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { LineDrawing } from '../../story/story.ts';
import { textWidth } from '../../typography/text-metrics.ts';
import type { TypeStyle } from '../../typography/type-scale.ts';
import { wrapBalanced } from '../../typography/wrap-text.ts';
import { breakIntoRows } from '../row-breaks.ts';
import type { Placement } from './stroke.ts';

export interface Thing {
  readonly drawing: LineDrawing;
  readonly label: string;
}

export interface PlacedThing {
  readonly drawing: LineDrawing;
  readonly placement: Placement;
  readonly caption: readonly string[];
  readonly captionX: number;
}

/** Things on one piece of road. */
export interface Row {
  readonly baseY: number;
  readonly things: readonly PlacedThing[];
}

const MIN_SCALE = 0.1;
const MAX_SCALE = 1.2;
/** Between two things, in drawing units: never less, and not so much more that they fall apart. */
const MIN_GAP = 34;
const MAX_GAP = 96;
const CAPTION_GAP_PX = 14;
const CAPTION_APART_PX = 10;
const ROW_GAP_PX = 18;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const widthOf = (line: readonly Thing[]): number => sum(line.map((thing) => thing.drawing.width));
const heightOf = (line: readonly Thing[]): number => Math.max(...line.map((thing) => thing.drawing.height));

/** The things in rows, as large as the box lets them be with captions of a height below each row. */
function rowsIn(things: readonly Thing[], box: Box, captionPx: number) {
  const { starts, scale } = breakIntoRows(
    things.map(({ drawing }) => drawing),
    {
      width: box.right - box.left,
      heightOf: (rows) => box.bottom - box.top - rows * (captionPx + CAPTION_GAP_PX) - (rows - 1) * ROW_GAP_PX,
      gap: MIN_GAP,
      minScale: MIN_SCALE,
      maxScale: MAX_SCALE,
    },
  );
  return { lines: starts.map((from, row) => things.slice(from, starts[row + 1])), scale };
}

interface Setting {
  readonly box: Box;
  readonly scale: number;
  readonly type: TypeStyle;
  readonly mirrored: boolean;
}

function setLine(line: readonly Thing[], baseY: number, setting: Setting): Row {
  const { box, scale, type, mirrored } = setting;
  const room = box.right - box.left;
  const free = room - widthOf(line) * scale;
  const gap = line.length > 1 ? Math.min(MAX_GAP * scale, free / (line.length - 1)) : 0;
  let from = 0;
  const things = line.map(({ drawing, label }): PlacedThing => {
    const width = drawing.width * scale;
    const x = mirrored ? box.right - from - width : box.left + from;
    from += width + gap;
    const caption = wrapBalanced(label, width + gap - CAPTION_APART_PX, type);
    const half = Math.max(...caption.map((text) => textWidth(text, type))) / 2;
    return {
      drawing,
      placement: { x, y: baseY - drawing.height * scale, scale, width: drawing.width, mirrored },
      caption,
      captionX: clamp(x + width / 2, box.left + half, box.right - half),
    };
  });
  return { baseY, things };
}

function setLines(
  things: readonly Thing[],
  box: Box,
  type: TypeStyle,
  mirrored: boolean,
  captionPx: number,
): readonly Row[] {
  const { lines, scale } = rowsIn(things, box, captionPx);
  const below = captionPx + CAPTION_GAP_PX;
  const used = sum(lines.map(heightOf)) * scale + lines.length * below + (lines.length - 1) * ROW_GAP_PX;
  let top = box.top + Math.max(0, (box.bottom - box.top - used) / 2);
  return lines.map((line) => {
    const baseY = top + heightOf(line) * scale;
    top = baseY + below + ROW_GAP_PX;
    return setLine(line, baseY, { box, scale, type, mirrored });
  });
}

const captionLines = (rows: readonly Row[]): number =>
  Math.max(1, ...rows.flatMap(({ things }) => things.map(({ caption }) => caption.length)));

/** Sets the things out in as few lines as keep them large, in reading order, the group in the middle of the box. */
export function layOutInventory(
  things: readonly Thing[],
  box: Box,
  type: TypeStyle,
  mirrored: boolean,
): readonly Row[] {
  if (things.length === 0) return [];
  let rows = setLines(things, box, type, mirrored, type.lineHeight);
  for (let lines = 2; lines <= captionLines(rows) && lines < 4; lines += 1) {
    rows = setLines(things, box, type, mirrored, type.lineHeight * lines);
  }
  return rows;
}
