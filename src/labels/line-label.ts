import { type Line, lengthKm, pointAt } from '../geo/along-line.ts';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import type { Mark, MarkContext, TextMark } from '../marks/mark.ts';
import { projectLine } from '../marks/screen-path.ts';
import { haloTone } from './background.ts';
import { boxesAlong, grow, isFree } from './collision.ts';
import { routeLine } from './route-line.ts';
import { blockBox, blockLines, blockMark, type TextBlock, textBlock } from './text-block.ts';

export interface PlacedLineLabel {
  readonly lngLat: LngLat;
  readonly offset: ScreenPoint;
  readonly words: readonly TextMark[];
  readonly box: Box;
}

const SHARES = [0.55, 0.45, 0.65, 0.35, 0.75, 0.25];
const GAPS = [12, 20, 30];
const EDGE = 12;

function offsets(block: TextBlock, gap: number): readonly ScreenPoint[] {
  return [
    [gap, -block.height / 2],
    [-gap - block.width, -block.height / 2],
    [gap, gap / 2],
    [gap, -block.height - gap / 2],
    [-gap - block.width, gap / 2],
    [-gap - block.width, -block.height - gap / 2],
  ];
}

/** Room for a few words beside a line, near its middle, or null where there is none. */
function placeLineLabel(text: string, line: Line, own: readonly Box[], context: MarkContext): PlacedLineLabel | null {
  if (text === '') return null;
  const block = textBlock([{ text, role: 'callout-body', tone: 'ink-2' }], 200, context);
  const taken = [...context.taken, ...own];
  const room = grow(context.freeBox, -EDGE);
  for (const gap of GAPS) {
    for (const share of SHARES) {
      const lngLat = pointAt(line, share);
      const [x, y] = context.restProjection.project(lngLat);
      const found = offsets(block, gap).find(([dx, dy]) => isFree(blockBox(block, [x + dx, y + dy]), room, taken));
      if (found === undefined) continue;
      const box = blockBox(block, [x + found[0], y + found[1]]);
      const words = blockLines(block, found[0] < 0 ? 'right' : 'left', haloTone(box, context));
      return { lngLat, offset: found, words, box };
    }
  }
  return null;
}

export interface LabelledLine {
  readonly line: Line;
  readonly label: PlacedLineLabel | null;
  readonly boxes: readonly Box[];
}

/** A route's line with its words placed at rest, or null where the story has no such route. */
export function labelledLine(
  annotation: { readonly route: string; readonly span: readonly [number, number]; readonly label: string },
  context: MarkContext,
  halfRoomPx = 3,
): LabelledLine | null {
  const line = routeLine(annotation.route, annotation.span, context.atlas);
  if (line === null || lengthKm(line) === 0) return null;
  const own = boxesAlong(projectLine(line, context.restProjection), 18, halfRoomPx, context.freeBox);
  // A road's own number stands on its shield.
  const words = annotation.route === `basemap:${annotation.label}` ? '' : annotation.label;
  const label = placeLineLabel(words, line, own, context);
  return { line, label, boxes: label === null ? own : [...own, label.box] };
}

export function lineLabelMarks(
  key: string,
  placed: PlacedLineLabel | null,
  opacity: number,
  context: MarkContext,
): readonly Mark[] {
  if (placed === null) return [];
  const [x, y] = context.projection.project(placed.lngLat);
  return blockMark(`${key}:label`, placed.words, [x + placed.offset[0], y + placed.offset[1]], opacity);
}
