import { grow } from '../geo/boxes.ts';
import { type BrokenLine, brokenLengthKm, brokenNearestShare, brokenPointAt } from '../geo/lines/broken-line.ts';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import type { Mark, TextMark } from '../marks/mark.ts';
import { projectLine } from '../marks/screen-path.ts';
import { boxesAlong } from './boxes-along.ts';
import type { Collisions } from './collisions.ts';
import type { RestContext, View } from './rest-context.ts';
import { routeLine } from './route-line.ts';
import { anchoredGroup, blockBox, blockLines, type TextBlock, textBlock } from './texts/text-block.ts';

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
function placeLineLabel(
  text: string,
  pieces: BrokenLine,
  context: RestContext,
  collisions: Collisions,
): PlacedLineLabel | null {
  if (text === '') return null;
  const block = textBlock([{ text, role: 'callout-body', tone: 'ink-2' }], 200, context);
  const room = grow(context.freeBox, -EDGE);
  for (const gap of GAPS) {
    for (const share of SHARES) {
      const lngLat = brokenPointAt(pieces, share);
      if (lngLat === null) return null;
      const [x, y] = context.projection.project(lngLat);
      const found = offsets(block, gap).find(([dx, dy]) => collisions.isFree(blockBox(block, [x + dx, y + dy]), room));
      if (found === undefined) continue;
      const box = blockBox(block, [x + found[0], y + found[1]]);
      const words = blockLines(block, found[0] < 0 ? 'right' : 'left', context.background.tone(box));
      return { lngLat, offset: found, words, box };
    }
  }
  return null;
}

export interface LabelledLine {
  readonly pieces: BrokenLine;
  readonly label: PlacedLineLabel | null;
  readonly boxes: readonly Box[];
}

interface RouteWords {
  readonly route: string;
  readonly span?: readonly [number, number] | undefined;
  readonly between?: readonly [string, string] | undefined;
  readonly label: string;
}

/** The part of a route that is drawn, as shares of its length: all of it where the author names no part. */
function spanOf({ route, span, between }: RouteWords, { places, atlas }: RestContext): readonly [number, number] {
  if (span !== undefined) return span;
  const pieces = atlas.route(route);
  const [from, to] = between?.map((id) => places[id]?.lngLat) ?? [];
  if (pieces === null || from === undefined || to === undefined) return [0, 1];
  return [brokenNearestShare(pieces, from), brokenNearestShare(pieces, to)];
}

/** A route's line with its words placed at rest, or null where the story has no such route. */
export function labelledLine(
  annotation: RouteWords,
  context: RestContext,
  collisions: Collisions,
  halfRoomPx = 3,
): LabelledLine | null {
  const pieces = routeLine(annotation.route, spanOf(annotation, context), context.atlas);
  if (pieces === null || brokenLengthKm(pieces) === 0) return null;
  const own = pieces.flatMap((piece) =>
    boxesAlong(projectLine(piece, context.projection), 18, halfRoomPx, context.freeBox),
  );
  // A road's own number stands on its shield.
  const words = annotation.route === `basemap:${annotation.label}` ? '' : annotation.label;
  const label = placeLineLabel(words, pieces, context, collisions.with(own));
  return { pieces, label, boxes: label === null ? own : [...own, label.box] };
}

export function lineLabelMarks(
  key: string,
  placed: PlacedLineLabel | null,
  opacity: number,
  { projection }: Pick<View, 'projection'>,
): readonly Mark[] {
  if (placed === null) return [];
  const [x, y] = projection.project(placed.lngLat);
  return anchoredGroup(`${key}:label`, placed.words, [x + placed.offset[0], y + placed.offset[1]], opacity);
}
