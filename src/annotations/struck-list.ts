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
/** A stroke through part of a word has no exact end: it lets go over so many pixels. */
const FADE_PX = 18;
const FADE_STEPS = 6;
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

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly opacity: number;
}

/**
 * Pieces of a stroke, in pixels from where it begins.
 * @param struck share of the word that is struck out in the end
 * @param drawn how far that has come
 */
function strokePieces(width: number, struck: number, drawn: number): readonly Piece[] {
  const whole = width + 2 * OVERSHOOT;
  const solid = (struck < 1 ? OVERSHOOT + width * struck : whole) * drawn;
  const step = Math.min(FADE_PX, whole - solid) / FADE_STEPS;
  const fading = Array.from({ length: struck < 1 ? FADE_STEPS : 0 }, (_, k) => ({
    from: solid + k * step,
    to: solid + (k + 1) * step,
    opacity: 1 - (k + 0.5) / FADE_STEPS,
  }));
  return [{ from: 0, to: solid, opacity: 1 }, ...fading];
}

/** A word, how much of it is struck out, and how far that has come. */
interface StruckWord {
  readonly key: string;
  readonly line: BlockLine;
  readonly struck: number;
  readonly drawn: number;
}

/** The stroke through a word, in the direction of reading. */
function strikeMarks(
  { key, line, struck, drawn }: StruckWord,
  corner: ScreenPoint,
  placed: PlacedText,
  context: MarkContext,
): readonly Mark[] {
  if (drawn <= 0 || struck <= 0) return [];
  const [left, right] = extentOf(line, placed);
  const y = corner[1] + line.baseline - textStyle(line.role, line.text, context).size * X_HEIGHT_MIDDLE;
  const [start, onward] = context.dir === 'ltr' ? [left - OVERSHOOT, 1] : [right + OVERSHOOT, -1];
  const at = (px: number): ScreenPoint => [corner[0] + start + onward * px, y];
  return strokePieces(line.width, struck, drawn).map(({ from, to, opacity }, index) => ({
    type: 'path',
    key: index === 0 ? `${key}:strike` : `${key}:fade:${index}`,
    d: pathOf([[at(from), at(to)]]),
    stroke: 'ink',
    strokeWidth: 1.2,
    ...(opacity < 1 ? { opacity } : {}),
  }));
}

/** What is struck out steps back, the farther the more of it is. */
function toneOf({ struck, drawn, line }: StruckWord): Tone {
  if (drawn < 1 || struck <= 0) return line.tone;
  return struck < 1 ? 'ink-2' : 'ink-3';
}

function listMarks(
  annotation: StruckListAnnotation,
  { placed, halo }: RestingList,
  t: number,
  context: MarkContext,
): readonly Mark[] {
  const [x, y] = context.projection.project(placed.lngLat);
  const corner: ScreenPoint = [x + placed.slot.corner[0], y + placed.slot.corner[1]];
  const lines = placed.block.lines.filter(({ role }) => role === WORD);
  const share = (1 - WORDS_SHOWN) / Math.max(1, lines.length);
  const said = annotation.items.filter(({ label }) => label.trim() !== '');
  const words = lines.map((line, index): StruckWord => {
    const from = WORDS_SHOWN + index * share;
    const key = `${annotation.id}:${index}`;
    return { key, line, struck: said[index]?.struck ?? 1, drawn: phase(t, from, from + share * 0.7) };
  });
  const toned = placed.block.lines.map((line): BlockLine => {
    const word = words.find((one) => one.line === line);
    return word === undefined ? line : { ...line, tone: toneOf(word) };
  });
  const letters = blockLines({ ...placed.block, lines: toned }, placed.slot.align, halo);
  const text = blockMark(`${annotation.id}:word`, letters, corner, phase(t, 0, WORDS_SHOWN));
  return [...text, ...words.flatMap((word) => strikeMarks(word, corner, placed, context))];
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
