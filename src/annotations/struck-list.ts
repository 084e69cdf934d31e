import { z } from 'astro/zod';
import { boxAround, distanceToBox } from '../geo/boxes.ts';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { Box, ScreenPoint } from '../geo/lng-lat.ts';
import { translate } from '../i18n/translate.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext, View } from '../labels/rest-context.ts';
import { leaderMarks } from '../labels/texts/leader-text.ts';
import { type PlacedText, placeText } from '../labels/texts/place-text.ts';
import {
  anchoredGroup,
  type BlockLine,
  blockLines,
  charactersIn,
  type TextBlock,
  textBlock,
} from '../labels/texts/text-block.ts';
import type { Side } from '../labels/texts/text-slots.ts';
import type { Mark, Tone } from '../marks/mark.ts';
import { projectedGroup } from '../marks/projected-group.ts';
import { pathOf, projectedPath } from '../marks/screen-path.ts';
import { mix, ramp } from '../story/easing.ts';
import { textWidth } from '../typography/text-metrics.ts';
import { textStyle, X_HEIGHT_MIDDLE } from '../typography/text-style.ts';
import { ANCHOR_ERROR, anchorFields, anchorOf, hasOneAnchor } from './anchor.ts';
import { type AnnotationOf, defineAnnotation } from './define.ts';
import { optionalWords, share, words } from './fields.ts';
import { ringLine } from './ring/ring-lines.ts';

const schema = z
  .strictObject({
    ...anchorFields(),
    items: z
      .array(
        z.strictObject({
          label: words(),
          note: optionalWords(),
          /** Share of the word that is struck out. */
          struck: share().default(1),
        }),
      )
      .min(1),
    /** The map about the place loses its ink, as far as this, with each word that is struck out. */
    emptiesKm: z.number().positive().nullable().default(null),
  })
  .refine(hasOneAnchor, { error: ANCHOR_ERROR });

type StruckList = AnnotationOf<typeof schema>;

const WIDTHS = [290, 230, 190, 150];
/** Sides of a list, best first. */
const ONWARD: Readonly<Record<'ltr' | 'rtl', readonly Side[]>> = {
  ltr: ['e', 'ne', 'se', 'w', 'nw', 'sw', 's', 'n'],
  rtl: ['w', 'nw', 'sw', 'e', 'ne', 'se', 's', 'n'],
};
const ITEM_GAP = 10;
const WORD = 'focus';
/** All words are there before the first is struck. */
const WORDS_SHOWN = 0.12;
const OVERSHOOT = 3;
const STROKE_GAP_PX = 8;
/** A stroke through part of a word has no exact end: it lets go over so many pixels. */
const FADE_PX = 26;
const FADE_STEPS = 6;
/** A list this large needs air between itself and the town, or it reads as part of the name. */
const AIR_PX = 40;

/** Words with their notes. A word is never broken over two lines, or its stroke would break too. */
function listBlock(annotation: StruckList, width: number, withNotes: boolean, context: RestContext): TextBlock {
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
  /** What the map turns to where it is emptied. */
  readonly ground: Tone;
}

function placeList(annotation: StruckList, context: RestContext, collisions: Collisions): PlacedText | null {
  const lngLat = anchorOf(annotation, context);
  if (lngLat === null) return null;
  const sides = ONWARD[context.dir];
  const blocks = (withNotes: boolean): TextBlock[] =>
    WIDTHS.map((width) => listBlock(annotation, width, withNotes, context));
  const town = context.projection.project(lngLat);
  const isTooNear = (box: Box): boolean => distanceToBox(town, box) < AIR_PX;
  const option = [{ lngLat, sides }];
  return (
    placeText(option, blocks(true), context, collisions, isTooNear) ??
    placeText(option, blocks(false), context, collisions)
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
  view: View,
): readonly Mark[] {
  if (drawn <= 0 || struck <= 0) return [];
  const [left, right] = extentOf(line, placed);
  const y = corner[1] + line.baseline - textStyle(line.role, line.text, view).size * X_HEIGHT_MIDDLE;
  const [start, onward] = view.dir === 'ltr' ? [left - OVERSHOOT, 1] : [right + OVERSHOOT, -1];
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

/** A leader that ends so far from the words that it cannot be taken for the beginning of a stroke. */
function shortOf(leader: readonly ScreenPoint[]): readonly ScreenPoint[] {
  const [from, to] = leader.slice(-2);
  if (from === undefined || to === undefined) return leader;
  const share = Math.max(0, 1 - STROKE_GAP_PX / distanceBetween(from, to));
  return [...leader.slice(0, -1), [mix(from[0], to[0], share), mix(from[1], to[1], share)]];
}

/** What is struck out steps back, the farther the more of it is. */
function toneOf({ struck, drawn, line }: StruckWord): Tone {
  if (drawn < 1 || struck <= 0) return line.tone;
  return struck < 1 ? 'ink-2' : 'ink-3';
}

function listMarks(annotation: StruckList, { placed, halo }: RestingList, t: number, view: View): readonly Mark[] {
  const [x, y] = view.projection.project(placed.lngLat);
  const corner: ScreenPoint = [x + placed.slot.corner[0], y + placed.slot.corner[1]];
  const lines = placed.block.lines.filter(({ role }) => role === WORD);
  const share = (1 - WORDS_SHOWN) / Math.max(1, lines.length);
  const said = annotation.items.filter(({ label }) => label.trim() !== '');
  const words = lines.map((line, index): StruckWord => {
    const from = WORDS_SHOWN + index * share;
    const key = `${annotation.id}:${index}`;
    return { key, line, struck: said[index]?.struck ?? 1, drawn: ramp(t, from, from + share * 0.7) };
  });
  const toned = placed.block.lines.map((line): BlockLine => {
    const word = words.find((one) => one.line === line);
    return word === undefined ? line : { ...line, tone: toneOf(word) };
  });
  const letters = blockLines({ ...placed.block, lines: toned }, placed.slot.align, halo);
  const text = anchoredGroup(`${annotation.id}:word`, letters, corner, ramp(t, 0, WORDS_SHOWN));
  return [...text, ...words.flatMap((word) => strikeMarks(word, corner, placed, view))];
}

/** Much of the ink goes, not all: the town is still there. */
const EMPTIED = 0.88;
const FEATHER_PX = 18;

/** Ground laid over the map about the place, as much as of the words has been struck out. */
function emptiedMarks(annotation: StruckList, { placed, ground }: RestingList, t: number, view: View): readonly Mark[] {
  const { emptiesKm, items, id } = annotation;
  const gone = ramp(t, WORDS_SHOWN, 1) * (items.reduce((sum, { struck }) => sum + struck, 0) / items.length);
  if (emptiesKm === null || gone <= 0) return [];
  const groups = projectedGroup(placed, `${id}:emptied`, [], view, (projection) => {
    const d = projectedPath([ringLine(placed.lngLat, emptiesKm)], projection, true);
    return [{ type: 'path', key: 'ground', d, fill: ground, featherPx: FEATHER_PX }];
  });
  return groups.map((group) => ({ ...group, opacity: gone * EMPTIED }));
}

export const struckList = defineAnnotation({
  kind: 'struck-list',
  summary: 'words beside a place, struck out one by one',
  schema,
  order: 120,
  isFixed: false,
  space: 'map',
  place(annotation, rest, collisions) {
    const placed = placeList(annotation, rest, collisions);
    if (placed === null) return null;
    const [x, y] = rest.projection.project(placed.lngLat);
    const ground = rest.background.tone(boxAround([x, y], 2));
    const placement = { placed, halo: rest.background.tone(placed.box), ground };
    return { placement, boxes: [placed.box, ...placed.leaderBoxes], characters: charactersIn(placed.block) };
  },
  draw(annotation, placement, t, view) {
    const { lngLat, slot } = placement.placed;
    return [
      ...emptiedMarks(annotation, placement, t, view),
      ...leaderMarks(annotation.id, lngLat, shortOf(slot.leader), ramp(t, 0, WORDS_SHOWN), view),
      ...listMarks(annotation, placement, t, view),
    ];
  },
  describe: ({ items }, { locale, sectionTitle }) => ({
    caption: sectionTitle,
    head: [translate('what', locale), translate('serviceState', locale)],
    rows: items.map(({ label, note }) => [label, note]),
  }),
  example: `\
kind: struck-list
place: first-place # or at, or route with along
items:
  - { label: A word, note: struck out as the reader reads }
  - { label: Another, note: struck out in part, struck: 0.5 } # the share of the word, 0 to 1 (the default)
emptiesKm: 4 # optional: the map loses its ink as far as this about the place, word by word`,
});
