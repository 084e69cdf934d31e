import { pointAt } from '../geo/along-line.ts';
import type { Line } from '../geo/along-line.ts';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import type { Mark, MarkContext } from '../story/mark.ts';
import { haloTone } from './halo.ts';
import { grow, isFree } from './occupancy.ts';
import { blockBox, blockMarks, type TextBlock, textBlock } from './text-block.ts';

export interface PlacedLineLabel {
  readonly lngLat: LngLat;
  readonly offset: ScreenPoint;
  readonly block: TextBlock;
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
export function placeLineLabel(text: string, line: Line, own: readonly Box[], context: MarkContext): PlacedLineLabel | null {
  if (text === '') return null;
  const block = textBlock([{ text, role: 'callout-body', tone: 'ink-2' }], 200, context);
  const taken = [...context.taken, ...own];
  const room = grow(context.freeBox, -EDGE);
  for (const gap of GAPS) {
    for (const share of SHARES) {
      const lngLat = pointAt(line, share);
      const [x, y] = context.restProjection.project(lngLat);
      const found = offsets(block, gap).find(([dx, dy]) => isFree(blockBox(block, [x + dx, y + dy]), room, taken));
      if (found !== undefined) return { lngLat, offset: found, block, box: blockBox(block, [x + found[0], y + found[1]]) };
    }
  }
  return null;
}

export function lineLabelMarks(key: string, placed: PlacedLineLabel | null, opacity: number, context: MarkContext): readonly Mark[] {
  if (placed === null || opacity <= 0) return [];
  const [x, y] = context.projection.project(placed.lngLat);
  const corner: ScreenPoint = [x + placed.offset[0], y + placed.offset[1]];
  return blockMarks(placed.block, corner, { key: `${key}:label`, align: placed.offset[0] < 0 ? 'right' : 'left', halo: haloTone(placed.box, context), opacity });
}
