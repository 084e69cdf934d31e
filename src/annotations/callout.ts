import { z } from 'astro/zod';
import { pointAt } from '../geo/along-line.ts';
import type { Box, LngLat } from '../geo/lng-lat.ts';
import type { Collisions } from '../labels/collisions.ts';
import { type LeadText, leaderText, setWords } from '../labels/leader-text.ts';
import { type AnchorOption, placeText } from '../labels/place-text.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { type TextBlock, textBlock } from '../labels/text-block.ts';
import { SIDES, sidesFrom } from '../labels/text-slots.ts';
import { type AnnotationOf, defineAnnotation } from './define.ts';
import { lngLat, optionalWords, ref, share, words } from './fields.ts';

const oneOf = (names: readonly string[]) => (value: object) =>
  names.filter((name) => (value as Record<string, unknown>)[name] !== undefined).length === 1;

const schema = z
  .strictObject({
    place: ref.place().optional(),
    at: lngLat().optional(),
    route: ref.route().optional(),
    along: share().optional(),
    head: words(),
    body: optionalWords(),
    /** Preferred compass side of the text; the placement may choose another. */
    side: z.enum(SIDES).nullable().default(null),
  })
  .refine(oneOf(['place', 'at', 'route']), { error: 'exactly one of place, at, or route with along' });

type Callout = AnnotationOf<typeof schema>;

const BODY_LINES = 3;
const WIDTHS = {
  desktop: [235, 275, 205, 320, 170],
  tablet: [220, 255, 190, 290, 160],
  phone: [205, 240, 180, 280, 150, 330],
  embed: [185, 215, 160, 240, 140],
} as const;

/** A head in 600 and a body below it, wrapped to several widths; those with at most three lines of body come first. */
function calloutBlocks(head: string, body: string, context: RestContext): readonly TextBlock[] {
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

/** Words placed beside their anchor. */
export interface PlacedCallout {
  readonly text: LeadText;
  readonly isComplete: boolean;
}

/** Room for head and body, or for the head alone where the body finds none. */
export function placeCallout(
  words: { readonly head: string; readonly body: string },
  options: readonly AnchorOption[],
  context: RestContext,
  collisions: Collisions,
  rejects?: (box: Box) => boolean,
): PlacedCallout | null {
  const placed = (body: string): LeadText | null => {
    const found = placeText(options, calloutBlocks(words.head, body, context), context, collisions, rejects);
    return found === null ? null : setWords(found, context);
  };
  const whole = placed(words.body);
  const text = whole ?? placed('');
  return text === null ? null : { text, isComplete: whole !== null };
}

export const calloutBoxes = ({ text }: PlacedCallout): readonly Box[] => [text.box, ...text.leaderBoxes];

function anchorOf({ place, at, route, along }: Callout, { places, atlas }: RestContext): LngLat | null {
  if (place !== undefined) return places[place]?.lngLat ?? null;
  if (at !== undefined) return at;
  const line = atlas.route(route ?? '');
  return line === null ? null : pointAt(line, along ?? 0);
}

export const callout = defineAnnotation({
  kind: 'callout',
  summary: 'a phrase tied to a place by a leader',
  schema,
  order: 130,
  isFixed: false,
  space: 'map',
  mustFit: true,
  place(annotation, rest, collisions) {
    const lngLat = anchorOf(annotation, rest);
    if (lngLat === null) return null;
    const options = [{ lngLat, sides: sidesFrom(annotation.side, rest.dir) }];
    const placed = placeCallout(annotation, options, rest, collisions);
    if (placed === null) return null;
    return { placement: placed.text, boxes: calloutBoxes(placed), isComplete: placed.isComplete };
  },
  draw: (annotation, placement, t, view) => leaderText(annotation.id, placement, t, view),
  // Its label would say the place's name twice.
  names({ place: id, head }, { places, locale }) {
    const name = id === undefined ? undefined : places[id]?.names[locale];
    return id !== undefined && name !== undefined && head.includes(name) ? [id] : [];
  },
  subject(annotation, rest) {
    const point = anchorOf(annotation, rest);
    if (point === null) return null;
    return { point, ...(annotation.route === undefined ? {} : { route: annotation.route }) };
  },
  example: `\
kind: callout
id: elsewhere # needed for the second of a kind
draw: [0.15, 0.42] # optional: the shares of the section during which it draws itself
at: [25.1, 38.2] # or place, or route with along (0 to 1)
head: A head
body: a body
side: nw`,
});
