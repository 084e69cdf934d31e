import { atRestInPieces } from '../labels/at-rest.ts';
import { type LeadText, leaderText, setWords } from '../labels/leader-text.ts';
import { type AnchorOption, placeText } from '../labels/place-text.ts';
import { type TextBlock, textBlock } from '../labels/text-block.ts';
import { sidesFrom } from '../labels/text-slots.ts';
import type { Draw, MarkContext } from '../marks/mark.ts';
import { allAtOnce, type InPieces } from '../story/in-pieces.ts';
import type { CalloutAnnotation } from '../story/story.ts';
import { anchorPoint } from './anchor.ts';
import { NOTHING } from './nothing.ts';

const BODY_LINES = 3;
const WIDTHS = {
  desktop: [235, 275, 205, 320, 170],
  tablet: [220, 255, 190, 290, 160],
  phone: [205, 240, 180, 280, 150, 330],
  embed: [185, 215, 160, 240, 140],
} as const;

/** Wrapping asks for hundreds of widths, and a placement for the same words over and over. */
const kept = new Map<string, readonly TextBlock[]>();
const KEPT_MOST = 200;

/** A head in 600 and a body below it, wrapped to several widths; those with at most three lines of body come first. */
export function calloutBlocks(head: string, body: string, context: MarkContext): readonly TextBlock[] {
  const key = JSON.stringify([head, body, context.sizeClass, context.locale]);
  if (kept.size > KEPT_MOST) kept.clear();
  const blocks = kept.get(key) ?? layOutBlocks(head, body, context);
  kept.set(key, blocks);
  return blocks;
}

function layOutBlocks(head: string, body: string, context: MarkContext): readonly TextBlock[] {
  const blocks = WIDTHS[context.sizeClass].map((width) =>
    textBlock(
      [
        { text: head, role: 'callout-head', tone: 'ink' },
        { text: body, role: 'callout-body', tone: 'ink-2', gapPx: 1 },
      ],
      width,
      context,
    ),
  );
  const bodyLines = (block: TextBlock): number => block.lines.filter(({ role }) => role === 'callout-body').length;
  const excess = (block: TextBlock): number => Math.max(0, bodyLines(block) - BODY_LINES);
  return [...blocks].sort((a, b) => excess(a) - excess(b));
}

/** Room for head and body, or for the head alone where the body finds none. */
export function* placeCallout(
  words: { readonly head: string; readonly body: string },
  options: readonly AnchorOption[],
  context: MarkContext,
  rejects?: Parameters<typeof placeText>[3],
): InPieces<LeadText | null> {
  const placed =
    (yield* placeText(options, calloutBlocks(words.head, words.body, context), context, rejects)) ??
    (yield* placeText(options, calloutBlocks(words.head, '', context), context, rejects));
  return placed === null ? null : setWords(placed, context);
}

/** The place a callout names in its own words, whose label would say the same twice. */
export function namedPlaces(
  annotation: CalloutAnnotation,
  context: Pick<MarkContext, 'places' | 'locale'>,
): readonly string[] {
  if (!('place' in annotation.anchor)) return [];
  const place = context.places[annotation.anchor.place];
  const name = place?.names[context.locale];
  return place !== undefined && name !== undefined && annotation.head.includes(name) ? [place.id] : [];
}

function* restingCallout(annotation: CalloutAnnotation, context: MarkContext): InPieces<LeadText | null> {
  const lngLat = anchorPoint(annotation.anchor, context);
  if (lngLat === null) return null;
  const options = [{ lngLat, sides: sidesFrom(annotation.side, context.dir) }];
  return yield* placeCallout(annotation, options, context);
}

export const prepareCallout = (annotation: CalloutAnnotation, context: MarkContext): InPieces<LeadText | null> =>
  atRestInPieces(annotation, context, () => restingCallout(annotation, context));

/** A phrase tied to a place by a leader. */
export const drawCallout: Draw<CalloutAnnotation> = (annotation, t, context) => {
  const placed = allAtOnce(prepareCallout(annotation, context));
  if (placed === null) return NOTHING;
  return {
    marks: leaderText(annotation.id, placed, t, context),
    boxes: [placed.box, ...placed.leaderBoxes],
    names: namedPlaces(annotation, context),
  };
};
