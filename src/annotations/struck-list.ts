import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { atRestInPieces } from '../labels/at-rest.ts';
import { haloTone } from '../labels/background.ts';
import { distanceToBox } from '../labels/collision.ts';
import { leaderMarks } from '../labels/leader-text.ts';
import { type PlacedText, placeText } from '../labels/place-text.ts';
import { type BlockLine, blockLines, blockMark, type TextBlock, textBlock } from '../labels/text-block.ts';
import type { Side } from '../labels/text-slots.ts';
import type { Draw, Mark, MarkContext, Tone } from '../marks/mark.ts';
import { pathOf, phase } from '../marks/screen-path.ts';
import { allAtOnce, type InPieces } from '../story/in-pieces.ts';
import type { StruckListAnnotation } from '../story/story.ts';
import { textWidth } from '../typography/text-metrics.ts';
import { textStyle, X_HEIGHT_MIDDLE } from '../typography/text-style.ts';
import { NOTHING } from './nothing.ts';

const WIDTHS = [290, 230, 190, 150];
const ITEM_GAP = 10;
const WORD = 'focus';
/** All words are there before the first is struck. */
const WORDS_SHOWN = 0.12;
const OVERSHOOT = 3;
/** A list this large needs air between itself and the town, or it reads as part of the name. */
const AIR_PX = 40;

/** Words with their notes. A word is never broken over two lines, or its stroke would break too. */
function listBlock(
  annotation: StruckListAnnotation,
  width: number,
  withNotes: boolean,
  context: MarkContext,
): TextBlock {
  const parts = annotation.items.flatMap(({ label, note }) => [
    { text: label.replaceAll(' ', '\u00a0'), role: WORD, tone: 'ink', gapPx: ITEM_GAP } as const,
    { text: withNotes ? note : '', role: 'callout-body', tone: 'ink-2' } as const,
  ]);
  const block = textBlock(parts, width, context);
  const lines = block.lines.map((line): BlockLine => {
    const text = line.text.replaceAll('\u00a0', ' ');
    return { ...line, text, width: textWidth(text, textStyle(line.role, text, context)) };
  });
  return { ...block, lines };
}

interface RestingList {
  readonly placed: PlacedText;
  readonly halo: Tone;
}

function* restingList(annotation: StruckListAnnotation, context: MarkContext): InPieces<RestingList | null> {
  const placed = yield* placeList(annotation, context);
  return placed === null ? null : { placed, halo: haloTone(placed.box, context) };
}

function* placeList(annotation: StruckListAnnotation, context: MarkContext): InPieces<PlacedText | null> {
  const lngLat = context.places[annotation.place]?.lngLat;
  if (lngLat === undefined) return null;
  const sides: readonly Side[] =
    context.dir === 'ltr' ? ['e', 'ne', 'se', 'w', 'nw', 'sw', 's', 'n'] : ['w', 'nw', 'sw', 'e', 'ne', 'se', 's', 'n'];
  const blocks = (withNotes: boolean): TextBlock[] =>
    WIDTHS.map((width) => listBlock(annotation, width, withNotes, context));
  const town = context.restProjection.project(lngLat);
  const isTooNear = (box: Box): boolean => distanceToBox(town, box) < AIR_PX;
  const option = [{ lngLat, sides }];
  return (
    (yield* placeText(option, blocks(true), context, isTooNear)) ?? (yield* placeText(option, blocks(false), context))
  );
}

/** Left and right end of a line of the block, from the block's left edge. */
function extentOf(line: BlockLine, placed: PlacedText): readonly [number, number] {
  const left = placed.slot.align === 'right' ? placed.block.width - line.width : 0;
  return [left, left + line.width];
}

/** The stroke through one word, in the direction of reading. */
function strikeMark(
  key: string,
  line: BlockLine,
  corner: ScreenPoint,
  struck: number,
  placed: PlacedText,
  context: MarkContext,
): Mark {
  const [left, right] = extentOf(line, placed);
  const y = corner[1] + line.baseline - textStyle(line.role, line.text, context).size * X_HEIGHT_MIDDLE;
  const [start, end] =
    context.dir === 'ltr' ? [left - OVERSHOOT, right + OVERSHOOT] : [right + OVERSHOOT, left - OVERSHOOT];
  const from: ScreenPoint = [corner[0] + start, y];
  const d = pathOf([[from, [corner[0] + start + (end - start) * struck, y]]]);
  return { type: 'path', key, d, stroke: 'ink', strokeWidth: 1.2 };
}

function listMarks(
  annotation: StruckListAnnotation,
  { placed, halo }: RestingList,
  t: number,
  context: MarkContext,
): readonly Mark[] {
  const [x, y] = context.projection.project(placed.lngLat);
  const corner: ScreenPoint = [x + placed.slot.corner[0], y + placed.slot.corner[1]];
  const words = placed.block.lines.filter(({ role }) => role === WORD);
  const share = (1 - WORDS_SHOWN) / Math.max(1, words.length);
  const struckBy = (index: number): number => {
    const from = WORDS_SHOWN + index * share;
    return phase(t, from, from + share * 0.7);
  };
  const toned = placed.block.lines.map((line): BlockLine => {
    const index = words.indexOf(line);
    const tone: Tone = index !== -1 && struckBy(index) >= 1 ? 'ink-3' : line.tone;
    return { ...line, tone };
  });
  const lines = blockLines({ ...placed.block, lines: toned }, placed.slot.align, halo);
  const text = blockMark(`${annotation.id}:word`, lines, corner, phase(t, 0, WORDS_SHOWN));
  const strikes = words.flatMap((line, index) =>
    struckBy(index) > 0
      ? [strikeMark(`${annotation.id}:strike:${index}`, line, corner, struckBy(index), placed, context)]
      : [],
  );
  return [...text, ...strikes];
}

export const prepareStruckList = (
  annotation: StruckListAnnotation,
  context: MarkContext,
): InPieces<RestingList | null> => atRestInPieces(annotation, context, () => restingList(annotation, context));

/** What a town had, struck out word by word. */
export const drawStruckList: Draw<StruckListAnnotation> = (annotation, t, context) => {
  const resting = allAtOnce(prepareStruckList(annotation, context));
  if (resting === null) return NOTHING;
  const { placed } = resting;
  const leader = leaderMarks(annotation.id, placed.lngLat, placed.slot.leader, phase(t, 0, WORDS_SHOWN), context);
  return {
    marks: t <= 0 ? [] : [...leader, ...listMarks(annotation, resting, t, context)],
    boxes: [placed.box, ...placed.leaderBoxes],
    names: [],
  };
};
